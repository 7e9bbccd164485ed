package org.yima.settlement;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One step of a settlement and why it came out so. The text is made when it is asked for: a
 * settlement keeps only the figures.
 */
public sealed interface Explained
    permits Explained.ChargedAs,
        Explained.LinesClassified,
        Explained.PriceFixed,
        Explained.OutOfRegion,
        Explained.DeductibleBorne,
        Explained.FundPaid,
        Explained.CeilingReached,
        Explained.LeftToPatient,
        Explained.Paid,
        SubsidyPaid,
        BurdenLimited {

  /** What the step is called, 起付线. */
  String name();

  /** What it was applied to. */
  Money base();

  /** The rule's figure, as printed: {@code 500.00}, {@code 65%}; empty where there is none. */
  default String figure() {
    return "";
  }

  /** What came out. */
  Money result();

  /** Where the figure comes from; null for steps that have no figure of the policy. */
  default @Nullable Citation citation() {
    return null;
  }

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
    public String sentence() {
      return "总费用 %s 元，其中全自费 %s 元，先自付 %s 元，符合报销范围 %s 元"
          .formatted(base.plain(), selfPaid.plain(), upfront.plain(), result.plain());
    }
  }

  /** A package price took the place of what is within scope. */
  record PriceFixed(Money base, Money result, Citation citation) implements Explained {

    @Override
    public String name() {
      return "包干标准";
    }

    @Override
    public String figure() {
      return result.toString();
    }

    @Override
    public String sentence() {
      Money difference = base.minus(result);
      String hospital =
          difference.isNegative()
              ? "结余 " + Money.ofFen(-difference.fen()).plain() + " 元归医疗机构"
              : "超出的 " + difference.plain() + " 元由医疗机构负担";
      return "按包干标准 %s 元结算，实际费用 %s 元，%s".formatted(result.plain(), base.plain(), hospital);
    }
  }

  /** What a visitor to another region pays first. */
  record OutOfRegion(Money base, Treated treated, Ratio share, Money result, Citation citation)
      implements Explained {

    @Override
    public String name() {
      return "异地先自付";
    }

    @Override
    public String figure() {
      return share.toString();
    }

    @Override
    public String sentence() {
      return "%s，先自付 %s，即 %s 元".formatted(treated.chinese(), share, result.plain());
    }
  }

  /**
   * @param standard the deductible before what earlier visits bore
   * @param earlier what they bore
   * @param adjusted the names of what changed the policy's own figure
   */
  record DeductibleBorne(
      Money base,
      Money standard,
      Money earlier,
      Money result,
      List<String> adjusted,
      Citation citation)
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
      String line =
          "起付线 %s 元%s中本次承担 %s 元".formatted(standard.plain(), because(adjusted), result.plain());
      return earlier.isPositive() ? line + "，因您今年已承担 " + earlier.plain() + " 元" : line;
    }
  }

  /**
   * What a fund pays of each band.
   *
   * @param wanted what that adds up to; more than the result where a ceiling cuts in
   */
  record FundPaid(
      String name,
      Money base,
      List<Part> parts,
      Money wanted,
      Money result,
      List<String> adjusted,
      Citation citation)
      implements Explained {

    /** One band's part. */
    record Part(String range, Money cost, Ratio ratio) {

      static Part of(Bands.Portion portion) {
        return new Part(portion.band().range(), portion.cost().rounded(), portion.rate().ratio());
      }

      String sentence() {
        return "%s中的 %s 元按 %s 支付".formatted(range, cost.plain(), ratio);
      }
    }

    static FundPaid of(String name, Money base, FundShare share, Claim claim) {
      return new FundPaid(
          name,
          base,
          share.portions().stream().map(Part::of).toList(),
          share.wanted(),
          share.paid(),
          Adjustment.names(share.terms().adjust(), claim),
          share.terms().pays().citation());
    }

    @Override
    public String figure() {
      return parts.stream().map(part -> part.ratio().toString()).collect(Collectors.joining("、"));
    }

    @Override
    public String sentence() {
      String text = parts.stream().map(Part::sentence).collect(Collectors.joining("，"));
      return text.isEmpty()
          ? "没有费用进入" + name + "支付"
          : text + because(adjusted) + inAll(name, wanted, result);
    }

    /** The parts may add up to more than a ceiling lets the fund pay. */
    static String inAll(String name, Money wanted, Money result) {
      String sum = wanted.compareTo(result) > 0 ? "，合计 " + wanted.plain() + " 元，限额内" : "，";
      return sum + name + "共支付 " + result.plain() + " 元";
    }
  }

  /**
   * A limit was reached.
   *
   * @param kind 年度限额, 单次限额 …
   * @param onCost it limits the cost, not the payment
   * @param base what the fund would have paid without it; for a limit on cost what it pays
   * @param earlier what earlier visits used of the limit
   */
  record CeilingReached(
      String kind,
      boolean onCost,
      Money base,
      Money limit,
      Money earlier,
      Money result,
      Citation citation)
      implements Explained {

    /** Null where no limit cut anything off. */
    static @Nullable CeilingReached of(FundShare share) {
      Ceiling.Left reached = share.reached();
      if (reached == null) {
        return null;
      }
      Ceiling ceiling = reached.ceiling();
      return new CeilingReached(
          ceiling.chinese(),
          ceiling.on() == Ceiling.On.COST,
          share.wanted(),
          reached.limit(),
          reached.used(),
          share.paid(),
          ceiling.amount().citation());
    }

    @Override
    public String name() {
      return kind;
    }

    @Override
    public String figure() {
      return limit.toString();
    }

    @Override
    public String sentence() {
      return onCost
          ? "可报销费用的%s %s 元，此前已计 %s 元，超过部分不再支付".formatted(kind, limit.plain(), earlier.plain())
          : "基金%s %s 元，此前已支付 %s 元，本次最多支付 %s 元"
              .formatted(kind, limit.plain(), earlier.plain(), result.plain());
    }
  }

  /** What no fund covers. */
  record LeftToPatient(Share as, Money base) implements Explained {

    @Override
    public String name() {
      return as.chinese();
    }

    @Override
    public Money result() {
      return base;
    }

    @Override
    public String sentence() {
      String why = as == Share.OVER_LIMIT ? "超过限额" : "统筹基金不支付";
      return why + "的 " + base.plain() + " 元由个人负担";
    }
  }

  /**
   * The account's or the cash payment.
   *
   * @param part which money of the account; {@code WHOLE} for cash
   * @param available the most that could be paid this way
   */
  record Paid(Share from, PersonalAccount.Part part, Money base, Money available, Money result)
      implements Explained {

    @Override
    public String name() {
      return from.chinese() + part.chinese();
    }

    @Override
    public String figure() {
      return available.toString();
    }

    @Override
    public String sentence() {
      return from == Share.CASH
          ? "现金支付 " + result.plain() + " 元"
          : "个人负担 %s 元，%s可用 %s 元，本次支付 %s 元"
              .formatted(base.plain(), name(), available.plain(), result.plain());
    }
  }

  /** "（中医医院降低）", or nothing. */
  static String because(List<String> adjusted) {
    return adjusted.isEmpty() ? "" : "（" + String.join("，", adjusted) + "）";
  }
}
