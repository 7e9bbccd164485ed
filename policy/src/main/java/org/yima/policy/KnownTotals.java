package org.yima.policy;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.Benefit;
import org.yima.settlement.Ceiling;
import org.yima.settlement.Counter;
import org.yima.settlement.FundTerms;
import org.yima.settlement.Policy;
import org.yima.settlement.Share;
import org.yima.settlement.Situation;
import org.yima.settlement.Step;

/**
 * The running totals that a policy counts. A case that names another one has misspelt it: the total
 * would be read, never found, and taken as zero.
 */
final class KnownTotals {

  private static final String HOSPITAL = "/[^/]+";
  private static final String MONTH = "/[0-9]{4}-([1-9]|1[0-2])";
  private static final String QUARTER = "/[0-9]{4}-Q[1-4]";

  /** As it is shown → what a counter of this kind looks like. */
  private final Map<String, Pattern> forms = new TreeMap<>();

  private final String groups;

  KnownTotals(Policy policy) {
    var names = new TreeSet<>(policy.diseases().values());
    names.add(Situation.NO_GROUP);
    groups = "/(" + names.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")";
    add(Counter.Kind.DEDUCTIBLE, Counter.ALL);
    add(Counter.Kind.FUND, Counter.ALL);
    if (policy.tellsAccountApart()) {
      add(Counter.ACCOUNT_THIS_YEAR.kind(), Counter.ACCOUNT_THIS_YEAR.pool());
    }
    policy.benefits().forEach(this::add);
  }

  boolean has(Counter counter) {
    return forms.values().stream().anyMatch(form -> form.matcher(counter.toString()).matches());
  }

  private void add(Benefit benefit) {
    @Nullable String visits = benefit.visits();
    if (visits != null) {
      add(Counter.Kind.VISITS, visits);
      add(Counter.Kind.VISITS, visits, "/HOSPITAL", HOSPITAL);
      add(Counter.Kind.VISITS, visits, "/HOSPITAL/GROUP", HOSPITAL + groups);
    }
    benefit.steps().forEach(this::add);
  }

  private void add(Step step) {
    switch (step) {
      case Step.ItemsApart apart -> add(apart.terms());
      case Step.Deductible deductible -> add(Counter.Kind.DEDUCTIBLE, deductible.pool());
      case Step.Fund fund -> {
        add(fund.terms());
        if (fund.kind() == Step.Fund.Kind.LARGE_AMOUNT) {
          add(Counter.Kind.FUND, Words.of(Share.LARGE_AMOUNT_FUND));
        }
      }
      case Step.Subsidy subsidy -> add(subsidy);
      case Step.ClassifyLines _,
          Step.AllInScope _,
          Step.FixedPrice _,
          Step.OutOfRegionUpfront _,
          Step.PatientBears _,
          Step.FromAccount _,
          Step.InCash _ -> {}
    }
  }

  private void add(Step.Subsidy subsidy) {
    add(subsidy.terms());
    add(Counter.Kind.FUND, Words.of(subsidy.program().share()));
    Step.@Nullable Deductible deductible = subsidy.deductible();
    if (deductible != null) {
      add(Counter.Kind.DEDUCTIBLE, deductible.pool());
    }
    if (subsidy.burden() != null) {
      add(Counter.Kind.BURDEN, subsidy.terms().pool());
    }
  }

  private void add(FundTerms terms) {
    boolean byPayment = terms.counts() == FundTerms.Counts.FUND_PAID;
    add(byPayment ? Counter.Kind.FUND : Counter.Kind.COST, terms.pool());
    terms.ceilings().forEach(this::add);
  }

  private void add(Ceiling ceiling) {
    boolean each = ceiling.reach() == Ceiling.Reach.EACH_DISEASE;
    String shown = each ? "/GROUP" : "";
    String form = each ? groups : "";
    var kind = ceiling.on() == Ceiling.On.FUND ? Counter.Kind.FUND : Counter.Kind.COST;
    switch (ceiling.per()) {
      case MONTH -> add(kind, ceiling.pool(), shown + "/2024-6", form + MONTH);
      case QUARTER -> add(kind, ceiling.pool(), shown + "/2024-Q2", form + QUARTER);
      case VISIT, YEAR -> add(kind, ceiling.pool(), shown, form);
    }
  }

  private void add(Counter.Kind kind, String pool) {
    add(kind, pool, "", "");
  }

  private void add(Counter.Kind kind, String pool, String shown, String form) {
    String counter = new Counter(kind, pool).toString();
    forms.put(counter + shown, Pattern.compile(Pattern.quote(counter) + form));
  }

  /** What may be written; {@code HOSPITAL}, {@code GROUP} and the time stand for any. */
  @Override
  public String toString() {
    return String.join(", ", forms.keySet());
  }
}
