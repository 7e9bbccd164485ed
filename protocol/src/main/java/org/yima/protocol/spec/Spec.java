package org.yima.protocol.spec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole interface as tables, read from {@code spec/} on the class path. Immutable. What the
 * files and their columns mean is said in {@code spec/README.md}.
 */
public final class Spec {
  private final Map<String, TransactionSpec> transactions;
  private final Map<String, Table> tables;
  private final Map<String, CodeTable> codes;

  Spec(
      Map<String, TransactionSpec> transactions,
      Map<String, Table> tables,
      Map<String, CodeTable> codes) {
    this.transactions = Collections.unmodifiableMap(transactions);
    this.tables = Collections.unmodifiableMap(tables);
    this.codes = Collections.unmodifiableMap(codes);
  }

  /** The tables that come with this library. Read once, at first use. */
  public static Spec get() {
    return Loaded.SPEC;
  }

  /** All transactions, in the order of section 1.1.4, then those of the original interface. */
  public Collection<TransactionSpec> transactions() {
    return transactions.values();
  }

  /** The transaction of this number ({@code ST007}, {@code ec.query}), or null. */
  public @Nullable TransactionSpec transaction(String code) {
    return transactions.get(code);
  }

  /** All tables of fields, in the order of {@code spec/tables.tsv}. */
  public Collection<Table> tables() {
    return tables.values();
  }

  /**
   * The table of this id: its file name without folder, such as {@code orderdata.item}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Table table(String id) {
    return found(tables.get(id), id);
  }

  /** All code tables. */
  public Collection<CodeTable> codeTables() {
    return codes.values();
  }

  /**
   * The code table of this id, such as {@code paystatus}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public CodeTable codes(String id) {
    return found(codes.get(id), id);
  }

  private static <T> T found(@Nullable T table, String id) {
    if (table == null) {
      throw new IllegalArgumentException("no table " + id + " in spec/tables.tsv");
    }
    return table;
  }

  static String idOf(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  static String resource(String file) {
    try (InputStream in = Spec.class.getResourceAsStream("/spec/" + file)) {
      if (in == null) {
        throw new IllegalStateException("spec/" + file + " is not on the class path");
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes.write(buffer, 0, read);
      }
      return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("spec/" + file, e);
    }
  }

  /** Holds the one instance, so that it is read when first asked for. */
  private static final class Loaded {
    static final Spec SPEC = new SpecReader(Spec::resource).read();
  }
}
