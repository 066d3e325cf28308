package dev.annotron.runtime.file;

import dev.annotron.runtime.WeightFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes and reads weight files in the safetensors format, {@code
 * https://github.com/huggingface/safetensors}: the length of the header as 8 little-endian bytes,
 * the header as JSON padded with spaces to a multiple of 8, then the tensors one after another as
 * little-endian float32.
 *
 * <p>Strict where the format leaves room, and never trusting: whatever the bytes, reading ends with
 * the contents or with a {@link WeightFileException}, and takes no memory for numbers before the
 * caller has agreed to the header.
 */
public final class WeightFile {

  private WeightFile() {}

  /** All of a file. */
  public record Contents(Map<String, String> metadata, List<Tensor> tensors) {}

  /** Decides on a header, before memory is taken for the numbers. */
  @FunctionalInterface
  public interface Check {

    /** Returns if the file is what the caller wants, else throws what the caller likes. */
    void accept(Header header);
  }

  /**
   * Writes a file atomically: until all of it is on the disk, an old file of that name stays.
   *
   * @param tensors in the order in which their numbers are to lie; no two of the same name
   * @throws IOException if it cannot be written, or if the name is that of a directory or a device;
   *     the message says so, and nothing is left behind
   * @throws IllegalArgumentException if a name is not allowed or given twice
   */
  public static void write(Path file, Map<String, String> metadata, List<Tensor> tensors)
      throws IOException {
    byte[] header = HeaderWriter.bytes(metadata, tensors);
    AtomicFile.write(file, channel -> TensorData.write(channel, header, tensors));
  }

  /**
   * Reads a file.
   *
   * @throws IOException if there is no such file, or if it cannot be read; the message says so
   * @throws WeightFileException if it is no weight file, or damaged
   */
  public static Contents read(Path file, Check check) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new WeightReader(in, file.toString(), Files.size(file)).read(check);
    } catch (IOException e) {
      throw FileTrouble.unreadable(file, e);
    }
  }

  /**
   * Reads to the end of a stream, and does not close it.
   *
   * @throws IOException if it cannot be read
   * @throws WeightFileException if it is no weight file, or damaged
   */
  public static Contents read(InputStream in, Check check) throws IOException {
    return new WeightReader(in, "The weight file", Long.MAX_VALUE).read(check);
  }
}
