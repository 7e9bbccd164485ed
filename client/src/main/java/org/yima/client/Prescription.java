package org.yima.client;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.yima.protocol.Element;
import org.yima.protocol.spec.Amounts;
import org.yima.protocol.spec.DateTimes;

/**
 * 一张处方（4.4 节）；总金额为各项目之和，序号自动编排。
 *
 * <p>One prescription, section 4.4. Its total is the sum of its lines, which are numbered from 1 in
 * the order given, at most 99 (the interface's width). Immutable.
 */
public final class Prescription {
  private final String number;
  private final Fields common;
  private final List<ChargeLine> lines;
  private final long amountFen;

  private Prescription(Builder builder) {
    number = builder.number;
    common = builder.common.copy();
    lines = Collections.unmodifiableList(new ArrayList<>(builder.lines));
    long sum = 0;
    for (ChargeLine line : lines) {
      sum = Math.addExact(sum, line.amountFen());
    }
    amountFen = sum;
  }

  /**
   * 开始填写一张处方。Starts a prescription.
   *
   * @param number 处方号 {@code prescriptionno}, at most 16 characters, unique in the order
   */
  public static Builder builder(String number) {
    return new Builder(number);
  }

  /** 处方总金额 {@code prescriptionfee}，单位分。Sum of its lines in fen. */
  public long amountFen() {
    return amountFen;
  }

  Element row() {
    List<Element> items = new ArrayList<>(lines.size());
    for (ChargeLine line : lines) {
      items.add(line.row(items.size() + 1, common));
    }
    return Fields.of("orderdata.prescription")
        .put("prescriptionno", number)
        .put("prescriptionfee", Amounts.text(amountFen))
        .put(Element.of("prescriptionitemlistinfo", items))
        .element("row");
  }

  /** 填写处方。Collects a prescription; what is missing is named when the bill is sent. */
  public static final class Builder {
    private final String number;
    private final Fields common = Fields.of("orderdata.item");
    private final List<ChargeLine> lines = new ArrayList<>();

    private Builder(String number) {
      this.number = number;
    }

    /** 开方日期 {@code prescribetime}，北京时间。When it was written, Shanghai time. */
    public Builder prescribedAt(LocalDateTime time) {
      common.put("prescribetime", DateTimes.text(time));
      return this;
    }

    /** 开方科室编码、名称 {@code prescribedeptcode, prescribedept}。The prescribing department. */
    public Builder department(String code, String name) {
      common.put("prescribedeptcode", code).put("prescribedept", name);
      return this;
    }

    /** 开方医生 {@code prescribedoc}。The prescribing doctor. */
    public Builder doctor(String name) {
      common.put("prescribedoc", name);
      return this;
    }

    /** 加一个收费项目。Adds a line. */
    public Builder line(ChargeLine line) {
      lines.add(line);
      return this;
    }

    /**
     * 完成。The prescription.
     *
     * @throws ArithmeticException if the sum fits no long
     */
    public Prescription build() {
      return new Prescription(this);
    }
  }
}
