package org.yima.settlement;

/**
 * How one line was classified; always {@code amount = selfPaid + upfront + inScope}.
 *
 * @param number the line's number in the bill
 * @param amount {@code aae019}
 * @param selfPaid {@code bkc026}: wholly self-paid, including what is above the price ceiling
 * @param overCeiling {@code akc268}: the part of selfPaid above the price ceiling
 * @param upfront {@code akc228}
 */
public record LineResult(
    int number,
    CatalogueItem item,
    Money amount,
    Money selfPaid,
    Money overCeiling,
    Money upfront) {

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
    Money amount = line.amount();
    if (item.itemClass() == ItemClass.SELF_PAID) {
      return new LineResult(line.number(), item, amount, amount, Money.ZERO, Money.ZERO);
    }
    Money over = overCeiling(line);
    Money upfront = amount.minus(over).times(item.upfront());
    return new LineResult(line.number(), item, amount, over, over, upfront);
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

  /** {@code aka069}: the share paid upfront; all of it where the item is self-paid. */
  public Ratio upfrontRatio() {
    return item.itemClass() == ItemClass.SELF_PAID ? Ratio.ONE : item.upfront();
  }

  /** {@code bkc027}. */
  public Money inScope() {
    return amount.minus(selfPaid).minus(upfront);
  }

  /** Why, for the patient. */
  public String sentence() {
    if (item.itemClass() == ItemClass.SELF_PAID) {
      return "该项目不在医保目录内或为丙类，全部 " + amount.plain() + " 元自费";
    }
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
