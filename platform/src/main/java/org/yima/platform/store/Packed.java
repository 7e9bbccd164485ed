package org.yima.platform.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Rows of short texts in few bytes, for columns that are read back as a whole. Separators are
 * control characters, which no field of the interface may hold.
 */
public final class Packed {
  private static final char ROW = '\u001e';
  private static final char CELL = '\u001f';

  /** An order of 3,000 lines unpacks to less; what is longer was not written here. */
  private static final int MOST = 16 << 20;

  private Packed() {}

  public static byte[] pack(List<List<String>> rows) {
    var text = new StringBuilder();
    for (List<String> row : rows) {
      for (String cell : row) {
        require(cell);
        text.append(cell).append(CELL);
      }
      text.append(ROW);
    }
    return deflate(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  public static List<List<String>> unpack(byte[] packed) {
    String text = new String(inflate(packed), StandardCharsets.UTF_8);
    var rows = new ArrayList<List<String>>();
    for (int at = 0; at < text.length(); ) {
      int end = endOf(text, ROW, at);
      rows.add(cells(text.substring(at, end)));
      at = end + 1;
    }
    return rows;
  }

  private static List<String> cells(String row) {
    var cells = new ArrayList<String>();
    for (int at = 0; at < row.length(); ) {
      int end = endOf(row, CELL, at);
      cells.add(row.substring(at, end));
      at = end + 1;
    }
    return List.copyOf(cells);
  }

  /** Every row and every cell is ended, so where the end is missing something was lost. */
  private static int endOf(String text, char separator, int at) {
    int end = text.indexOf(separator, at);
    if (end < 0) {
      throw new IllegalStateException("a packed column is damaged");
    }
    return end;
  }

  private static void require(String cell) {
    if (cell.indexOf(ROW) >= 0 || cell.indexOf(CELL) >= 0) {
      throw new IllegalArgumentException("a separator inside a value");
    }
  }

  private static byte[] deflate(byte[] plain) {
    try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
      deflater.setInput(plain);
      deflater.finish();
      byte[] out = new byte[plain.length + 64];
      return Arrays.copyOf(out, deflater.deflate(out));
    }
  }

  private static byte[] inflate(byte[] packed) {
    try (var inflater = new Inflater(true)) {
      inflater.setInput(packed);
      var out = new ByteArrayOutputStream(packed.length * 4);
      byte[] buffer = new byte[8192];
      while (!inflater.finished()) {
        int read = inflater.inflate(buffer);
        boolean stuck = read == 0 && !inflater.finished();
        if (stuck || out.size() + read > MOST) {
          throw new IllegalStateException("a packed column is cut off or too long");
        }
        out.write(buffer, 0, read);
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new IllegalStateException("a packed column is damaged", e);
    }
  }
}
