package org.yima.protocol.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One field: what the interface prints about it, and what is accepted. Immutable. */
public final class Field {
  private final Tsv.Row row;
  private final FieldType type;
  private final Required required;
  private final Accept accept;
  private final Length length;
  private final List<String> aliases;
  private final ValueRule rule;
  private final @Nullable Table table;

  Field(Tsv.Row row, List<String> aliases, Resolver tables) {
    this.row = row;
    this.type = FieldType.of(row.get("type"));
    this.required = Required.of(row.get("required"));
    this.accept = Accept.of(row.get("accept"));
    this.length = Length.of(accept.length(row.get("length")), type);
    this.aliases = aliases;
    this.rule = ValueRules.of(format(), length, type, tables);
    this.table = tableOf(format(), tables);
  }

  private static @Nullable Table tableOf(String format, Resolver tables) {
    boolean nested = format.startsWith("table:") || format.startsWith("rows:");
    return nested ? tables.table(format.substring(format.indexOf(':') + 1)) : null;
  }

  /** The name on the wire. Case matters. */
  public String name() {
    return row.get("name");
  }

  public String chineseName() {
    return row.get("chinese");
  }

  public FieldType type() {
    return type;
  }

  /** The type as printed ({@code String}, {@code Number} …), with its spelling made even. */
  public String printedType() {
    return row.get("type");
  }

  /** The length as printed: {@code 64}, {@code 16,2}, or empty. */
  public String length() {
    return row.get("length");
  }

  /** Most characters (code points) that are read; {@link Integer#MAX_VALUE} where none is set. */
  public int maxLength() {
    return length.characters();
  }

  /** Whether an empty value is printed as allowed; what is enforced is {@link #needed()}. */
  public Required required() {
    return required;
  }

  /** Whether a message without this field is refused (unless {@link #blankIf()} is there). */
  public boolean needed() {
    return accept.needs(required);
  }

  /** The name of the field that makes up for this one, or null. */
  public @Nullable String blankIf() {
    return accept.blankIf();
  }

  /** The words of the {@code accept} column, as explained in {@code spec/README.md}. */
  public String accept() {
    return row.get("accept");
  }

  /** The words of the {@code format} column, as explained in {@code spec/README.md}. */
  public String format() {
    return row.get("format");
  }

  /** Where the field comes from: a section of the interface, {@code decisions n}, or original. */
  public String section() {
    return row.get("section");
  }

  public String remark() {
    return row.get("remark");
  }

  /** Which output of the older local interface this is; {@code -} if none, empty if not said. */
  public String local() {
    return row.get("local");
  }

  /** Which output of the older out-of-region interface this is; as {@link #local()}. */
  public String outOfRegion() {
    return row.get("outofregion");
  }

  /** Other spellings that are read as this field. */
  public List<String> aliases() {
    return aliases;
  }

  /** The fields inside, of the element itself or of each row; null for a plain value. */
  public @Nullable Table table() {
    return table;
  }

  /** Most rows of this kind in one message. */
  public int mostRows() {
    return accept.most();
  }

  ValueRule rule() {
    return rule;
  }

  @Override
  public String toString() {
    return name() + " " + chineseName();
  }

  /** Finds the tables that a field refers to. */
  interface Resolver {
    Table table(String id);

    CodeTable codes(String id);
  }
}
