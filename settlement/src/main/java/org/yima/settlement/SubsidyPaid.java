package org.yima.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a programme paid out of what the patient bears.
 *
 * @param base the parts that it looks at, before it
 * @param deductible its own; zero where there is none
 * @param earlier what earlier visits have used of that
 * @param wanted what the bands add up to; more than the result where a ceiling cuts in
 * @param adjusted the names of what changed the policy's own figures
 */
record SubsidyPaid(
    Program program,
    Money base,
    Money deductible,
    Money earlier,
    List<Explained.FundPaid.Part> parts,
    Money wanted,
    Money result,
    List<String> adjusted,
    Citation citation)
    implements Explained {

  static SubsidyPaid of(
      Step.Subsidy rule, Money base, Paying.Open open, FundShare share, Claim claim) {
    return new SubsidyPaid(
        rule.program(),
        base,
        open.standard(),
        open.earlier(),
        share.portions().stream().map(Explained.FundPaid.Part::of).toList(),
        share.wanted(),
        share.paid(),
        adjusted(rule, claim),
        rule.terms().pays().citation());
  }

  private static List<String> adjusted(Step.Subsidy rule, Claim claim) {
    Step.Deductible own = rule.deductible();
    var names = new ArrayList<String>();
    if (own != null) {
      names.addAll(Adjustment.names(own.adjust(), claim));
    }
    names.addAll(Adjustment.names(rule.terms().adjust(), claim));
    return List.copyOf(names);
  }

  @Override
  public String name() {
    return program.chinese();
  }

  @Override
  public String figure() {
    return parts.stream().map(part -> part.ratio().toString()).collect(Collectors.joining("、"));
  }

  @Override
  public String sentence() {
    String text = parts.stream().map(FundPaid.Part::sentence).collect(Collectors.joining("，"));
    String paid =
        text.isEmpty()
            ? name() + "不支付"
            : text + Explained.because(adjusted) + FundPaid.inAll(name(), wanted, result);
    return ownPart() + paid;
  }

  private String ownPart() {
    if (deductible.isZero()) {
      return "个人负担中的 " + base.plain() + " 元纳入" + name() + "，";
    }
    return "个人负担中的 %s 元纳入%s，起付标准 %s 元，此前已累计 %s 元，"
        .formatted(base.plain(), name(), deductible.plain(), earlier.plain());
  }
}
