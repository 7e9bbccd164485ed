package org.yima.settlement;

/**
 * How one line was classified; always {@code amount = selfPaid + upfront + inScope}.
 *
 * @param number the line's number in the bill
 * @param amount {@code aae019}
 * @param selfPaid {@code bkc026}: wholly self-paid, including what is above the price ceiling
 * @param overCeiling {@code akc268}: the part of selfPaid above the price ceiling
 * @param upfront {@code akc228}
 * @param why how it came about
 */
public record LineResult(
    int number,
    CatalogueItem item,
    Money amount,
    Money selfPaid,
    Money overCeiling,
    Money upfront,
    Why why) {

  /** How a line was read. */
  public enum Why {
    /** By its class, ceiling and upfront share. */
    BY_CATALOGUE,
    /** 丙, or unknown to the catalogue. */
    NOT_IN_CATALOGUE,
    /** The item needs an approval that is not on file. */
    NO_APPROVAL,
    /** A package price covers it. */
    IN_PACKAGE
  }

  public LineResult {
    if (selfPaid.isNegative()
        || overCeiling.isNegative()
        || upfront.isNegative()
        || overCeiling.compareTo(selfPaid) > 0
        || selfPaid.plus(upfront).compareTo(amount) > 0) {
      throw new IllegalStateException("line " + number + " does not add up");
    }
  }

  static LineResult of(BillLine line) {
    CatalogueItem item = line.item();
    if (item.itemClass() == ItemClass.SELF_PAID) {
      return selfPaid(line, Why.NOT_IN_CATALOGUE);
    }
    if (item.needsApproval() && !line.approved()) {
      return selfPaid(line, Why.NO_APPROVAL);
    }
    Money over = overCeiling(line);
    Money upfront = line.amount().minus(over).times(item.upfront());
    return of(line, over, over, upfront, Why.BY_CATALOGUE);
  }

  private static LineResult selfPaid(BillLine line, Why why) {
    return of(line, line.amount(), Money.ZERO, Money.ZERO, why);
  }

  /** A line that a package price covers. */
  static LineResult inPackage(BillLine line) {
    return of(line, Money.ZERO, Money.ZERO, Money.ZERO, Why.IN_PACKAGE);
  }

  private static LineResult of(BillLine line, Money selfPaid, Money over, Money upfront, Why why) {
    return new LineResult(line.number(), line.item(), line.amount(), selfPaid, over, upfront, why);
  }

  private static Money overCeiling(BillLine line) {
    var ceiling = line.item().priceCeiling();
    if (ceiling == null || line.unitPrice().compareTo(ceiling) <= 0) {
      return Money.ZERO;
    }
    var over = line.unitPrice().subtract(ceiling).multiply(line.quantity());
    return Money.rounded(over).min(line.amount());
  }

  /** {@code akc065}. */
  public ItemClass itemClass() {
    return item.itemClass();
  }

  /** {@code aka069}: the share paid upfront; all of it where the line is self-paid. */
  public Ratio upfrontRatio() {
    return switch (why) {
      case BY_CATALOGUE -> item.upfront();
      case NOT_IN_CATALOGUE, NO_APPROVAL -> Ratio.ONE;
      case IN_PACKAGE -> Ratio.ZERO;
    };
  }

  /** {@code bkc027}. */
  public Money inScope() {
    return amount.minus(selfPaid).minus(upfront);
  }

  /** Why, for the patient. */
  public String sentence() {
    return switch (why) {
      case NOT_IN_CATALOGUE -> "该项目不在医保目录内或为丙类，全部 " + amount.plain() + " 元自费";
      case NO_APPROVAL -> "该项目须先审批，没有查到审批，全部 " + amount.plain() + " 元自费";
      case IN_PACKAGE -> "该项目在包干范围内，" + amount.plain() + " 元不单独计算";
      case BY_CATALOGUE -> byCatalogue();
    };
  }

  private String byCatalogue() {
    var text = new StringBuilder("该项目为").append(item.itemClass().chinese());
    if (overCeiling.isPositive()) {
      text.append("，单价超过限价的 ").append(overCeiling.plain()).append(" 元自费");
    }
    if (item.upfront().equals(Ratio.ZERO)) {
      text.append("，无需先自付");
    } else {
      text.append("，先自付 ")
          .append(item.upfront())
          .append("，即 ")
          .append(upfront.plain())
          .append(" 元");
    }
    return text.append("，").append(inScope().plain()).append(" 元纳入报销范围").toString();
  }
}
