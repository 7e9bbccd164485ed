package org.yima.protocol.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of codes with their Chinese names, such as the payment states of section 4.3. */
public final class CodeTable {
  private final String id;
  private final String chineseName;
  private final String section;
  private final String remark;
  private final List<Code> codes;
  private final Map<String, Code> bySpelling = new HashMap<>();

  CodeTable(Tsv.Row listed, List<Tsv.Row> rows) {
    this.id = Spec.idOf(listed.get("file"));
    this.chineseName = listed.get("chinese");
    this.section = listed.get("section");
    this.remark = listed.get("remark");
    List<Code> list = new ArrayList<>();
    for (Tsv.Row row : rows) {
      Code code = new Code(row);
      list.add(code);
      add(code.code, code, row);
      if (!code.alias.isEmpty()) {
        add(code.alias, code, row);
      }
    }
    this.codes = Collections.unmodifiableList(list);
  }

  private void add(String spelling, Code code, Tsv.Row row) {
    if (bySpelling.put(spelling, code) != null) {
      throw new IllegalStateException(row.place() + " repeats code " + spelling);
    }
  }

  /** The name of the file under {@code spec/codes/}, such as {@code paystatus}. */
  public String id() {
    return id;
  }

  public String chineseName() {
    return chineseName;
  }

  /**
   * Where the codes come from: a section of the interface, {@code decisions n}, or the original.
   */
  public String section() {
    return section;
  }

  public String remark() {
    return remark;
  }

  /** All codes in the order of the interface. */
  public List<Code> codes() {
    return codes;
  }

  /** The code written so, or spelled so by clients in the field; null if there is none. */
  public @Nullable Code find(String spelling) {
    return bySpelling.get(spelling);
  }

  /** One code. */
  public static final class Code {
    private final String code;
    private final String chineseName;
    private final String alias;
    private final String group;
    private final String remark;

    private Code(Tsv.Row row) {
      this.code = row.get("code");
      this.chineseName = row.get("chinese");
      this.alias = row.get("alias");
      this.group = row.get("group");
      this.remark = row.get("remark");
    }

    public String code() {
      return code;
    }

    public String chineseName() {
      return chineseName;
    }

    /** A second spelling that is read but never written; empty if there is none. */
    public String alias() {
      return alias;
    }

    /** The class that 4.6 puts it in (门诊, 住院, 特殊住院类), or {@code 1X}; mostly empty. */
    public String group() {
      return group;
    }

    public String remark() {
      return remark;
    }
  }
}
