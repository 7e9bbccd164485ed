package org.yima.client;

import org.yima.protocol.Element;

/** 一项有效的慢特病审批（ST035 应答）。An approval for special or chronic disease. */
public final class Approval {
  private final Values row;

  private Approval(Values row) throws UnreadableAnswer {
    this.row = row;
    row.required("othercheckno");
  }

  static Approval read(Element row) throws UnreadableAnswer {
    return new Approval(Values.of(row));
  }

  /** 相关审批编号 {@code othercheckno}。Its number, as a charge line names it. */
  public String number() {
    return row.text("othercheckno");
  }

  /** 医疗类别 {@code medicaltype}。The medical type that it opens. */
  public String medicalType() {
    return row.text("medicaltype");
  }

  /** 疾病编码 {@code diseasecode}。Code of the disease. */
  public String disease() {
    return row.text("diseasecode");
  }

  /** 按接口名取任一字段。Any field of a row of ST035, by its wire name; empty if missing. */
  public String field(String wireName) {
    return row.text(wireName);
  }

  @Override
  public String toString() {
    return "approval for type " + medicalType();
  }
}
