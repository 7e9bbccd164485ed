package org.yima.platform.imports;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180, UTF-8) read row by row. Says everything that is wrong with it; holds one
 * row at a time.
 */
final class Incoming {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Kind kind;
  private final Faults faults;
  private final SM3Digest digest = new SM3Digest();
  private final int[] places;
  private int width;
  private long rows;

  /**
   * @param faults takes what is wrong
   */
  Incoming(Kind kind, Faults faults) {
    this.kind = kind;
    this.faults = faults;
    this.places = new int[kind.columns().size()];
  }

  /**
   * Reads the whole file.
   *
   * @param take gets each row that is good, with its number; the header is row 1
   */
  void read(InputStream file, BiConsumer<Long, Kind.Cells> take) {
    CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    try (InputStream counted = new Counted(new BufferedInputStream(file, 1 << 16), digest)) {
      // A decoder made by hand reports bytes that are no UTF-8; readers replace them silently.
      var text = new InputStreamReader(counted, StandardCharsets.UTF_8.newDecoder());
      try (CSVParser parser = CSVParser.builder().setReader(text).setFormat(format).get()) {
        rows(parser, take);
      } catch (IOException | UncheckedIOException | IllegalStateException e) {
        faults.add(rows + 2, sentence(e));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("文件不能读取 the file cannot be read", e);
    }
  }

  /** What the parser met, at whatever depth it wraps it. */
  private static String sentence(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof CharacterCodingException) {
        return "之后的内容不是 UTF-8 编码";
      }
    }
    return "不是合格的 CSV（RFC 4180），之后的内容没有检查";
  }

  private void rows(CSVParser parser, BiConsumer<Long, Kind.Cells> take) throws IOException {
    var records = parser.iterator();
    if (!records.hasNext()) {
      faults.add(1, "文件是空的");
      return;
    }
    if (!header(records.next().stream().toList())) {
      return;
    }
    while (records.hasNext()) {
      CSVRecord next = records.next();
      rows++;
      Kind.@Nullable Cells cells = checked(rows + 1, next);
      if (cells != null) {
        take.accept(rows + 1, cells);
      }
    }
  }

  private boolean header(List<String> names) {
    List<String> clean =
        names.stream().map(name -> name.replace(BYTE_ORDER_MARK, "").strip()).toList();
    width = clean.size();
    var known = new ArrayList<String>();
    for (int i = 0; i < places.length; i++) {
      Column column = kind.columns().get(i);
      int at = clean.indexOf(column.name());
      places[i] = at < 0 ? clean.indexOf(column.chinese()) : at;
      if (places[i] >= 0) {
        known.add(clean.get(places[i]));
      } else if (column.required()) {
        faults.add(1, "缺少列 " + column.name() + "（" + column.chinese() + "）");
      }
    }
    clean.stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> faults.add(1, "没有这样的列：" + name));
    if (clean.stream().distinct().count() < width) {
      faults.add(1, "列名重复");
    }
    return faults.count() == 0;
  }

  /** The row's values as they are stored; null if any of them is bad. */
  private Kind.@Nullable Cells checked(long line, CSVRecord row) {
    if (row.size() != width) {
      faults.add(line, "应有 %d 列，实有 %d 列".formatted(width, row.size()));
      return null;
    }
    List<Column> columns = kind.columns();
    @Nullable String[] values = new String[columns.size()];
    boolean good = true;
    for (int i = 0; i < values.length; i++) {
      Column column = columns.get(i);
      String cell = places[i] < 0 ? "" : row.get(places[i]).strip();
      try {
        values[i] = value(column, cell);
      } catch (IllegalArgumentException e) {
        // The value itself may be personal data and is not repeated.
        faults.add(line, column.chinese() + " " + column.name() + " 应为" + rule(column, cell));
        good = false;
      }
    }
    return good ? cells(columns, values) : null;
  }

  private static @Nullable String value(Column column, String cell) {
    if (!cell.isEmpty()) {
      return column.type().value(cell);
    }
    if (column.required()) {
      throw new IllegalArgumentException("empty");
    }
    return column.empty();
  }

  private static String rule(Column column, String cell) {
    return cell.isEmpty() ? "必填" : column.type().description();
  }

  private static Kind.Cells cells(List<Column> columns, @Nullable String[] values) {
    return name -> {
      for (int i = 0; i < values.length; i++) {
        if (columns.get(i).name().equals(name)) {
          return values[i];
        }
      }
      throw new IllegalArgumentException(name);
    };
  }

  /** Rows read, the header not counted. */
  long rowCount() {
    return rows;
  }

  /** Of the whole file, in hexadecimal; there when it has been read. */
  String sm3() {
    byte[] value = new byte[digest.getDigestSize()];
    new SM3Digest(digest).doFinal(value, 0);
    return HexFormat.of().formatHex(value);
  }

  /** Digests what passes; closing reads the rest, so that the digest is the whole file's. */
  private static final class Counted extends FilterInputStream {
    private final SM3Digest digest;

    Counted(InputStream in, SM3Digest digest) {
      super(in);
      this.digest = digest;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      if (one >= 0) {
        digest.update((byte) one);
      }
      return one;
    }

    @Override
    public int read(byte[] buffer, int at, int length) throws IOException {
      int count = super.read(buffer, at, length);
      if (count > 0) {
        digest.update(buffer, at, count);
      }
      return count;
    }

    /** The parser closes this before the rest has been read; closing twice does no harm. */
    @Override
    public void close() throws IOException {
      byte[] rest = new byte[1 << 16];
      while (read(rest, 0, rest.length) >= 0) {
        // Only its digest is wanted.
      }
    }
  }
}
