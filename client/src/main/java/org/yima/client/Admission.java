package org.yima.client;

import java.time.LocalDate;
import org.yima.protocol.Element;

/**
 * 入院登记的请求（ST023）。
 *
 * <p>Who is admitted, and why: the request of ST023. Immutable; {@code toString} shows nothing
 * personal.
 */
public final class Admission {
  private final String orderNumber;
  private final Fields fields;

  private Admission(String orderNumber, Fields fields) {
    this.orderNumber = orderNumber;
    this.fields = fields;
  }

  /**
   * 开始填写入院登记。Starts an admission.
   *
   * @param orderNumber 订单号 {@code orderid}: the hospital's number of this registration, used once
   * @param cycle 业务周期: an open one; the out-of-region cycle for a patient insured elsewhere
   * @param shown 患者出示的电子凭证: the patient's credential
   */
  public static Builder builder(String orderNumber, BusinessCycle cycle, Credential shown) {
    return new Builder(orderNumber, cycle, shown);
  }

  /** 订单号 {@code orderid}。The registration's number. */
  public String orderNumber() {
    return orderNumber;
  }

  Element transdata() {
    return fields.element("transdata");
  }

  @Override
  public String toString() {
    return "admission " + orderNumber;
  }

  /** 填写入院登记。Collects an admission; what is missing is named when it is sent. */
  public static final class Builder {
    private final String orderNumber;
    private final Fields fields = Fields.of("ST023.request").put("ordertype", "hishospzed");

    private Builder(String orderNumber, BusinessCycle cycle, Credential shown) {
      this.orderNumber = orderNumber;
      shown.into(fields, "ecqrcode").put("orderid", orderNumber).put("busicycleno", cycle.number());
    }

    /** 医疗类别 {@code medicaltype}，见 4.6，如 21 普通住院。Medical type, such as 21 inpatient. */
    public Builder medicalType(String code) {
      return field("medicaltype", code);
    }

    /** 住院号 {@code outpatientno}。The hospital's number of the stay. */
    public Builder stayNumber(String number) {
      return field("outpatientno", number);
    }

    /** 疾病编码、入院诊断名称 {@code diseasecode, indiseasename}。Code and name of the diagnosis. */
    public Builder diagnosis(String code, String name) {
      return field("diseasecode", code).field("indiseasename", name);
    }

    /** 就诊科室 {@code deptname}。The department. */
    public Builder department(String name) {
      return field("deptname", name);
    }

    /** 入院日期 {@code indate}。The day of admission. */
    public Builder admittedOn(LocalDate day) {
      return field("indate", day.toString());
    }

    /**
     * 按接口名填写 ST023 的任一字段。Any field of ST023, by its wire name.
     *
     * @throws IllegalArgumentException if ST023 has no such field
     */
    public Builder field(String wireName, String value) {
      fields.put(wireName, value);
      return this;
    }

    /** 完成。The admission. */
    public Admission build() {
      return new Admission(orderNumber, fields.copy());
    }
  }
}
