package org.yima.client;

import org.jspecify.annotations.Nullable;
import org.yima.protocol.Element;
import org.yima.protocol.spec.Amounts;

/**
 * 处方内一个收费项目（4.4 节）；金额自动计算。
 *
 * <p>One item of a prescription, section 4.4. Its amount is price × quantity (× doses for herbal
 * medicine), rounded half up to the fen, unless the hospital states its own. Immutable.
 */
public final class ChargeLine {
  private final Fields fields;
  private final long amountFen;

  private ChargeLine(Fields fields, long amountFen) {
    this.fields = fields;
    this.amountFen = amountFen;
  }

  /** 开始填写一个收费项目。Starts a line. */
  public static Builder builder() {
    return new Builder();
  }

  /** 金额 {@code amount}，单位分。What the line costs, in fen. */
  public long amountFen() {
    return amountFen;
  }

  Element row(int number, Fields prescription) {
    return prescription
        .copy()
        .putAll(fields)
        .put("prescriptionorderno", String.valueOf(number))
        .put("amount", Amounts.text(amountFen))
        .element("row");
  }

  /** 填写收费项目。Collects a line; what is missing is named when the bill is sent. */
  public static final class Builder {
    private final Fields fields = Fields.of("orderdata.item").put("days", "1");
    private String unitPrice = "";
    private String quantity = "";
    private int doses = 1;
    private @Nullable Long statedFen;

    private Builder() {}

    /** 医院收费项目内码、名称 {@code hoschargeprocode, hoschargeproname}。The hospital's own item. */
    public Builder hospitalItem(String code, String name) {
      return field("hoschargeprocode", code).field("hoschargeproname", name);
    }

    /** 医保收费项目编码、名称 {@code chargeprocode, chargepromame}。The item in the insurance catalogue. */
    public Builder insuranceItem(String code, String name) {
      return field("chargeprocode", code).field("chargepromame", name);
    }

    /** 收费类别、收费大类 {@code chargesort, chargesort111}。Kind of charge, fine and coarse. */
    public Builder category(String fine, String coarse) {
      return field("chargesort", fine).field("chargesort111", coarse);
    }

    /** 单价 {@code unitprice}，单位元，至多 4 位小数。Price in yuan with at most four decimals. */
    public Builder unitPrice(String yuan) {
      unitPrice = yuan;
      return field("unitprice", yuan);
    }

    /** 数量、单位 {@code num, unit}，至多 2 位小数。Quantity with at most two decimals, and its unit. */
    public Builder quantity(String number, String unit) {
      quantity = number;
      return field("num", number).field("unit", unit);
    }

    /** 中草药付数 {@code days}：金额按付数相乘。Doses of herbal medicine; the amount is multiplied by them. */
    public Builder herbalDoses(int number) {
      doses = number;
      return field("days", String.valueOf(number));
    }

    /**
     * 医院自己算出的金额，单位分；与单价×数量须相差不超过 0.01 元加 0.00005 元×数量。
     *
     * <p>The hospital's own amount in fen, where it rounded otherwise. The platform refuses it (15)
     * if it differs from price × quantity by more than a fen and what rounded prices explain.
     */
    public Builder amountFen(long fen) {
      statedFen = fen;
      return this;
    }

    /** 规格、剂型 {@code aka074, aka070}。Specification and form of a medicine. */
    public Builder medicine(String specification, String form) {
      return field("aka074", specification).field("aka070", form);
    }

    /** 用法、用量 {@code bke011, bke012}。How and how much to take. */
    public Builder usage(String how, String howMuch) {
      return field("bke011", how).field("bke012", howMuch);
    }

    /** 相关审批编号 {@code othercheckno}，慢特病用。Number of the approval for a chronic disease. */
    public Builder approval(String number) {
      return field("othercheckno", number);
    }

    /**
     * 按接口名填写 4.4 的任一可选字段。Any other field of an item in 4.4, by its wire name.
     *
     * @throws IllegalArgumentException if 4.4 has no such field
     */
    public Builder field(String wireName, String value) {
      fields.put(wireName, value);
      return this;
    }

    /** 完成。The line. */
    public ChargeLine build() {
      Long stated = statedFen;
      return new ChargeLine(fields.copy(), stated == null ? computed() : stated);
    }

    /** Zero where a factor is no number of its size: the field check names it before sending. */
    private long computed() {
      try {
        long price = Amounts.scaled(unitPrice, 4);
        long product = Math.multiplyExact(price, Amounts.scaled(quantity, 2));
        // Four decimals and two make six; a fen is the second of them.
        return Math.addExact(Math.multiplyExact(product, (long) doses), 5_000) / 10_000;
      } catch (NumberFormatException | ArithmeticException e) {
        return 0;
      }
    }
  }
}
