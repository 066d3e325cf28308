package dev.annotron.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/** How generated code reads and writes floats: in an array, or outside the heap. */
enum Memory {
  HEAP {
    @Override
    TypeName type() {
      return ArrayTypeName.of(TypeName.FLOAT);
    }

    @Override
    TypeName index() {
      return TypeName.INT;
    }

    @Override
    CodeBlock read(String array, String index) {
      return CodeBlock.of("$L[$L]", array, index);
    }

    @Override
    CodeBlock write(String array, String index, CodeBlock value) {
      return CodeBlock.of("$L[$L] = $L", array, index, value);
    }

    @Override
    int accessBytes() {
      return 9;
    }
  },

  OFF_HEAP {
    @Override
    TypeName type() {
      return SEGMENT;
    }

    @Override
    TypeName index() {
      return TypeName.LONG;
    }

    @Override
    CodeBlock read(String array, String index) {
      return CodeBlock.of("$L.getAtIndex($T.JAVA_FLOAT, $L)", array, LAYOUT, index);
    }

    @Override
    CodeBlock write(String array, String index, CodeBlock value) {
      return CodeBlock.of("$L.setAtIndex($T.JAVA_FLOAT, $L, $L)", array, LAYOUT, index, value);
    }

    @Override
    int accessBytes() {
      return 17;
    }
  };

  private static final ClassName SEGMENT = ClassName.get("java.lang.foreign", "MemorySegment");
  private static final ClassName LAYOUT = ClassName.get("java.lang.foreign", "ValueLayout");

  /** The type of {@code weights}, {@code gradients}, {@code work} and {@code state}. */
  abstract TypeName type();

  /** The type of an index into them. */
  abstract TypeName index();

  abstract CodeBlock read(String array, String index);

  abstract CodeBlock write(String array, String index, CodeBlock value);

  /** The index of a tensor that the memory plan puts {@code at} floats per sample. */
  String place(int at) {
    return at == 0 ? "0" : at + (this == HEAP ? "" : "L") + " * rows";
  }

  /** The index of a shared tensor, {@code at} floats behind {@code size} per sample. */
  String sharedPlace(int size, int at) {
    return Operand.plus(place(size), at);
  }

  /** Bytes of bytecode that one access takes at most, its index included. */
  abstract int accessBytes();
}
