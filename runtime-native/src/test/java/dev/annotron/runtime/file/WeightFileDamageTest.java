package dev.annotron.runtime.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.runtime.WeightFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightFileDamageTest {
  @TempDir Path directory;

  private static AbstractThrowableAssert<?, ?> refused(byte[] bytes) {
    return assertThatThrownBy(() -> WeightFiles.read(bytes, WeightFiles.ANY))
        .isInstanceOf(WeightFileException.class);
  }

  private AbstractThrowableAssert<?, ?> refusedAsFile(byte[] bytes) throws IOException {
    Path file = Files.write(directory.resolve("w.safetensors"), bytes);
    return assertThatThrownBy(() -> WeightFile.read(file, WeightFiles.ANY))
        .isInstanceOf(WeightFileException.class)
        .hasMessageContaining(file.toString());
  }

  private byte[] valid() throws IOException {
    Path file = directory.resolve("valid");
    Tensor bias = WeightFiles.tensor("b", List.of(3), 1, 2, 3);
    WeightFile.write(file, Map.of("format", "1"), List.of(bias));
    return Files.readAllBytes(file);
  }

  @Test
  void refusesEveryTruncation() throws IOException {
    byte[] valid = valid();
    for (int length = 0; length < valid.length; length++) {
      byte[] cut = Arrays.copyOf(valid, length);
      refused(cut).hasMessageContaining("ends within").hasMessageContaining(length + " bytes");
      refusedAsFile(cut);
    }
  }

  @Test
  void refusesTrailingBytes() throws IOException {
    byte[] longer = Arrays.copyOf(valid(), valid().length + 1);
    refused(longer).hasMessageContaining("goes on after its last tensor");
    refusedAsFile(longer).hasMessageContaining("goes on after its last tensor");
  }

  /** Each row is a header, and a part of the message that it deserves. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "[] ! expected '{'",
        "{'a' ! expected ':'",
        "{} x ! expected spaces",
        "{'a':1} ! expected '{'",
        "{'a':{}} ! incomplete tensor",
        "{'a':{'dtype':'F32','shape':[1]}} ! incomplete tensor",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0]}} ! incomplete tensor",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4,8]}} ! more than 2 numbers",
        "{'a':{'dtype':'F64','shape':[1],'data_offsets':[0,8]}} ! expected F32",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4],'x':1}} ! \"x\" for \"a\"",
        "{'a':{'dtype':'F32','dtype':'F32'}} ! a second \"dtype\"",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}} ! expected 8 bytes",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,0]}} ! expected 4 bytes",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} ! expected byte 0",
        "{'a':{'dtype':'F32','shape':[-1],'data_offsets':[0,4]}} ! whole number",
        "{'a':{'dtype':'F32','shape':[1.0],'data_offsets':[0,4]}} ! expected ']'",
        "{'a':{'dtype':'F32','shape':[01],'data_offsets':[0,4]}} ! whole number",
        "{'a':{'dtype':'F32','shape':[1,],'data_offsets':[0,4]}} ! whole number",
        "{'a':{'dtype':'F32','shape':[[1]],'data_offsets':[0,4]}} ! whole number",
        "{'a':{'dtype':'F32','shape':[9999999999],'data_offsets':[0,4]}} ! at most 2147483647",
        "{'a':{'dtype':'F32','shape':[2147483647,2147483647,9],'data_offsets':[0,4]}} ! memory",
        "{'a':{'dtype':'F32','shape':[9999999999999999999],'data_offsets':[0,4]}} ! 18 digits",
        "{'__metadata__':{'a':1}} ! expected '\"'",
        "{'__metadata__':{'a':{'b':'c'}}} ! expected '\"'",
        "{'__metadata__':{'a':'b','a':'c'}} ! a second \"a\"",
        "{'__metadata__':{},'__metadata__':{}} ! a second __metadata__",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},} ! expected '\"'",
        "{'\\x':{}} ! after a backslash",
        "{'\\u00g0':{}} ! four hex digits",
      })
  void refusesOtherHeaders(String header, String message) {
    refused(WeightFiles.file(header.replace('\'', '"'), 1)).hasMessageContaining(message);
  }

  private static String tensor(String name, int from, int to) {
    return "\"%s\":{\"dtype\":\"F32\",\"shape\":[%d],\"data_offsets\":[%d,%d]}"
        .formatted(name, (to - from) / 4, from, to);
  }

  @Test
  void refusesTensorsThatOverlapOrLeaveGapsOrRepeat() {
    String first = "{" + tensor("a", 0, 8) + ",";
    refused(WeightFiles.file(first + tensor("b", 4, 12) + "}", 3)).hasMessageContaining("byte 8");
    refused(WeightFiles.file(first + tensor("b", 12, 16) + "}", 4)).hasMessageContaining("byte 8");
    refused(WeightFiles.file(first + tensor("a", 8, 12) + "}", 3))
        .hasMessageContaining("a second tensor \"a\"");
    refused(WeightFiles.file(first + tensor("b", 8, 12) + "}", 2))
        .hasMessageContaining("within tensor \"b\"");
  }

  @Test
  void refusesHeadersThatAreNotText() {
    byte[] bytes = WeightFiles.file("{\"a\":1}", 0);
    bytes[10] = (byte) 0xFF;
    refused(bytes).hasMessageContaining("UTF-8");
    byte[] control = WeightFiles.file("{\"a\n\":1}", 0);
    refused(control).hasMessageContaining("end of a string");
  }

  @Test
  void refusesHostileHeaderLengths() throws IOException {
    for (long length : new long[] {0, 1, 1L << 40, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
      byte[] bytes = valid();
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
      String claimed = "a header of " + Long.toUnsignedString(length);
      refused(bytes).hasMessageContaining(claimed);
      refusedAsFile(bytes).hasMessageContaining(claimed);
    }
  }

  @Test
  void refusesDeepNestingWithoutDeepCalls() {
    refused(WeightFiles.file("{\"a\":" + "[".repeat(1_000_000), 0)).hasMessageContaining("'{'");
    refused(WeightFiles.file("{\"a\":".repeat(200_000), 0)).hasMessageContaining("\"a\" for \"a\"");
  }

  /** The header of a hundred bytes claims gigabytes; the size of the file speaks against it. */
  @Test
  void takesNoMemoryOnTheWordOfAHeader() throws IOException {
    String header = "{" + tensor("a", 0, 2_000_000_000) + "}";
    refusedAsFile(WeightFiles.file(header, 1)).hasMessageContaining("expected at least 2000000");
  }

  @Test
  void showsNoControlCharacters() {
    String name = "\\u001b[31m" + "x".repeat(1000);
    assertThatThrownBy(
            () -> WeightFiles.read(WeightFiles.file("{\"" + name + "\":{}}", 0), WeightFiles.ANY))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\u001b").hasSizeLessThan(400));
  }
}
