package org.yima.client;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.yima.protocol.Element;
import org.yima.protocol.spec.DateTimes;

/**
 * 一次门诊（购药）的费用单，即订单明细 orderdata（4.4 节）；总额为各处方之和。
 *
 * <p>What an outpatient visit or a purchase costs: {@code orderdata}, section 4.4. Its total is the
 * sum of its prescriptions. Institution, operator and region come from the client and the business
 * cycle when it is paid. Immutable; {@code toString} shows nothing personal.
 */
public final class Bill {
  private final Fields fields;
  private final List<Prescription> prescriptions;
  private final long totalFen;

  private Bill(Builder builder) {
    fields = builder.fields.copy();
    prescriptions = Collections.unmodifiableList(new ArrayList<>(builder.prescriptions));
    long sum = 0;
    for (Prescription prescription : prescriptions) {
      sum = Math.addExact(sum, prescription.amountFen());
    }
    totalFen = sum;
  }

  /** 开始填写费用单。Starts a bill. */
  public static Builder builder() {
    return new Builder();
  }

  /** 费用总额，单位分，即订单金额。Sum of its prescriptions in fen: the amount of the order. */
  public long totalFen() {
    return totalFen;
  }

  /** The element {@code orderdata}, with what only the order knows. */
  Element orderData(Institution institution, BusinessCycle cycle, LocalDateTime orderTime) {
    List<Element> rows = new ArrayList<>(prescriptions.size());
    for (Prescription prescription : prescriptions) {
      rows.add(prescription.row());
    }
    return fields
        .copy()
        .put("hospname", institution.name())
        .put("hospcode", institution.hospcode())
        .put("operatorid", cycle.operator())
        .put("aae139", cycle.regionFlag())
        .put("ake010", DateTimes.text(orderTime))
        .put(Element.of("prescriptionlistinfo", rows))
        .element("orderdata");
  }

  @Override
  public String toString() {
    return "bill of " + prescriptions.size() + " prescriptions, " + totalFen + " fen";
  }

  /** 填写费用单。Collects a bill; what is missing is named when it is sent. */
  public static final class Builder {
    private final Fields fields = Fields.of("orderdata");
    private final List<Prescription> prescriptions = new ArrayList<>();

    private Builder() {}

    /** 医疗类别 {@code medicaltype}，见 4.6，如 11 普通门诊。Medical type, such as 11 outpatient. */
    public Builder medicalType(String code) {
      return field("medicaltype", code);
    }

    /** 门诊号、病历号 {@code outpatientno, bkc012}。The hospital's numbers of visit and case. */
    public Builder visit(String outpatientNumber, String caseNumber) {
      return field("outpatientno", outpatientNumber).field("bkc012", caseNumber);
    }

    /** 门诊日期 {@code outpatienttime}，北京时间；决定适用的待遇。When; decides which rules apply. */
    public Builder visitedAt(LocalDateTime time) {
      return field("outpatienttime", DateTimes.text(time));
    }

    /** 病种或疾病编码 {@code diseasecode}。Code of the disease. */
    public Builder disease(String code) {
      return field("diseasecode", code);
    }

    /** 科室编码、名称 {@code akf001, deptname}。The department. */
    public Builder department(String code, String name) {
      return field("akf001", code).field("deptname", name);
    }

    /** 门诊诊断医生 {@code doctorname}。The diagnosing doctor. */
    public Builder doctor(String name) {
      return field("doctorname", name);
    }

    /**
     * 按接口名填写 4.4 的任一可选字段。Any other field of the visit in 4.4, by its wire name.
     *
     * @throws IllegalArgumentException if 4.4 has no such field
     */
    public Builder field(String wireName, String value) {
      fields.put(wireName, value);
      return this;
    }

    /** 加一张处方。Adds a prescription. */
    public Builder prescription(Prescription prescription) {
      prescriptions.add(prescription);
      return this;
    }

    /**
     * 完成。The bill.
     *
     * @throws ArithmeticException if the sum fits no long
     */
    public Bill build() {
      return new Bill(this);
    }
  }
}
