package org.yima.settlement;

import org.jspecify.annotations.Nullable;

/** A programme paid more, so that a year's own burden stays within its limit. */
record BurdenLimited(Program program, Money limit, Money result, Citation citation)
    implements Explained {

  /** Null where nothing had to be paid on top. */
  static @Nullable BurdenLimited of(Step.Subsidy rule, Money relief, Claim claim) {
    Figure<Amount> burden = rule.burden();
    return burden == null || relief.isZero()
        ? null
        : new BurdenLimited(rule.program(), burden.in(claim).in(claim), relief, burden.citation());
  }

  @Override
  public String name() {
    return program.chinese() + "（年度负担限额）";
  }

  @Override
  public Money base() {
    return result;
  }

  @Override
  public String figure() {
    return limit.toString();
  }

  @Override
  public String sentence() {
    return "全年个人负担不超过 %s 元，超过的 %s 元由%s支付"
        .formatted(limit.plain(), result.plain(), program.chinese());
  }
}
