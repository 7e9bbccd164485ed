package org.yima.settlement;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One step of a settlement and why it came out so. The text is made when it is asked for: a
 * settlement keeps only the figures.
 */
public sealed interface Explained {

  /** What the step is called, 起付线. */
  String name();

  /** What it was applied to. */
  Money base();

  /** The rule's figure, as printed: {@code 500.00}, {@code 65%}; empty where there is none. */
  String figure();

  /** What came out. */
  Money result();

  /** Where the figure comes from; null for steps that have no figure of the policy. */
  @Nullable Citation citation();

  /** One sentence that a patient can read. */
  String sentence();

  /** A visit that lacks the approval it needs, charged as an ordinary one. */
  record ChargedAs(MedicalType asked, MedicalType charged, Money base) implements Explained {

    @Override
    public String name() {
      return "医疗类别";
    }

    @Override
    public String figure() {
      return charged.chinese();
    }

    @Override
    public Money result() {
      return base;
    }

    @Override
    public @Nullable Citation citation() {
      return null;
    }

    @Override
    public String sentence() {
      return "没有查到有效的" + asked.chinese() + "审批，本次按" + charged.chinese() + "结算";
    }
  }

  /** The sums of the lines. */
  record LinesClassified(Money base, Money selfPaid, Money upfront, Money result)
      implements Explained {

    @Override
    public String name() {
      return "目录归类";
    }

    @Override
    public String figure() {
      return "";
    }

    @Override
    public @Nullable Citation citation() {
      return null;
    }

    @Override
    public String sentence() {
      return "总费用 %s 元，其中全自费 %s 元，先自付 %s 元，符合报销范围 %s 元"
          .formatted(base.plain(), selfPaid.plain(), upfront.plain(), result.plain());
    }
  }

  /**
   * @param standard the deductible before what earlier visits bore
   * @param earlier what they bore
   */
  record DeductibleBorne(Money base, Money standard, Money earlier, Money result, Citation citation)
      implements Explained {

    @Override
    public String name() {
      return "起付线";
    }

    @Override
    public String figure() {
      return standard.toString();
    }

    @Override
    public String sentence() {
      String line = "起付线 %s 元中本次承担 %s 元".formatted(standard.plain(), result.plain());
      return earlier.isPositive() ? line + "，因您今年已承担 " + earlier.plain() + " 元" : line;
    }
  }

  /** What the basic fund pays of each band. */
  record BasicFundPaid(Money base, List<Bands.Portion> portions, Money result, Citation citation)
      implements Explained {

    @Override
    public String name() {
      return "统筹基金";
    }

    @Override
    public String figure() {
      return portions.stream()
          .map(portion -> portion.band().ratio().toString())
          .collect(Collectors.joining("、"));
    }

    @Override
    public String sentence() {
      String parts = portions.stream().map(BasicFundPaid::part).collect(Collectors.joining("，"));
      return parts.isEmpty() ? "没有费用进入统筹基金支付" : parts + "，统筹基金共支付 " + result.plain() + " 元";
    }

    private static String part(Bands.Portion portion) {
      return "%s中的 %s 元按 %s 支付"
          .formatted(portion.band().range(), portion.cost().plain(), portion.band().ratio());
    }
  }

  /**
   * A yearly limit of the fund was reached.
   *
   * @param base what the fund would have paid without it
   * @param earlier what earlier visits used of the limit
   */
  record CeilingReached(Money base, Money limit, Money earlier, Money result, Citation citation)
      implements Explained {

    @Override
    public String name() {
      return "年度限额";
    }

    @Override
    public String figure() {
      return limit.toString();
    }

    @Override
    public String sentence() {
      return "统筹基金年度限额 %s 元，今年已支付 %s 元，本次最多支付 %s 元"
          .formatted(limit.plain(), earlier.plain(), result.plain());
    }
  }

  /** What no fund covers. */
  record LeftToPatient(Share as, Money base) implements Explained {

    @Override
    public String name() {
      return as.chinese();
    }

    @Override
    public String figure() {
      return "";
    }

    @Override
    public Money result() {
      return base;
    }

    @Override
    public @Nullable Citation citation() {
      return null;
    }

    @Override
    public String sentence() {
      String why = as == Share.OVER_LIMIT ? "超过年度限额" : "统筹基金不支付";
      return why + "的 " + base.plain() + " 元由个人负担";
    }
  }

  /**
   * The account's or the cash payment.
   *
   * @param available the most that could be paid this way
   */
  record Paid(Share from, Money base, Money available, Money result) implements Explained {

    @Override
    public String name() {
      return from.chinese();
    }

    @Override
    public String figure() {
      return available.toString();
    }

    @Override
    public @Nullable Citation citation() {
      return null;
    }

    @Override
    public String sentence() {
      return from == Share.CASH
          ? "现金支付 " + result.plain() + " 元"
          : "个人负担 %s 元，个人账户可用 %s 元，本次支付 %s 元"
              .formatted(base.plain(), available.plain(), result.plain());
    }
  }
}
