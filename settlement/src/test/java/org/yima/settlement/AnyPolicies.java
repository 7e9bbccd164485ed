package org.yima.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.FundTerms.Counts;

/**
 * Random policies of every kind of step in every composition, and a year of bills under each: by
 * several people's standing, at home and elsewhere, in all months. What can be shared is shared as
 * often as not: pools, limits, parts of what the patient bears.
 */
final class AnyPolicies {

  private AnyPolicies() {}

  record Year(Policy policy, Member member, PersonalAccount account, List<Bill> bills) {

    /** One visit after the other; each bill is a visit of its own. */
    List<Settlement> settle(List<Bill> ordered) {
      var settlements = new ArrayList<Settlement>();
      YearSoFar year = YearSoFar.EMPTY;
      for (Bill bill : ordered) {
        Settlement one = Sample.settle(policy, visit(bill, year));
        settlements.add(one);
        year = one.yearAfter();
      }
      return settlements;
    }

    Visit visit(Bill bill, YearSoFar soFar) {
      return new Visit(bill, member, soFar, account);
    }

    /** All steps of the one benefit that are of this type. */
    <T extends Step> List<T> steps(Class<T> type) {
      return policy.benefits().getFirst().steps().stream()
          .filter(type::isInstance)
          .map(type::cast)
          .toList();
    }
  }

  static Arbitrary<Year> years() {
    return Combinators.combine(policies(), members(), accounts(), bills().list().ofSize(4))
        .as(Year::new);
  }

  static Arbitrary<Policy> policies() {
    return steps().map(AnyPolicies::policy);
  }

  static Policy policy(List<Step> steps) {
    var benefit = new Benefit("门诊", Sample.covers(MedicalType.OUTPATIENT), "visits", steps);
    return Sample.policyOf(Map.of("M1", "高血压", "M2", "糖尿病"), benefit);
  }

  private static Arbitrary<List<Step>> steps() {
    Arbitrary<List<Step>> before =
        Combinators.combine(
                Arbitraries.of(new Step.ClassifyLines(), new Step.AllInScope()),
                amounts().map(AnyPolicies::<Step>fixedPrice).list().ofMaxSize(1),
                Worlds.ratio().map(AnyPolicies::<Step>upfront).list().ofMaxSize(1),
                terms("apart", "outpatient").map(AnyPolicies::<Step>apart).list().ofMaxSize(1),
                deductibles("outpatient").map(Step.class::cast).list().ofMaxSize(2))
            .as((first, price, upfront, apart, deductibles) ->
                joined(List.of(first), price, upfront, apart, deductibles));
    return Combinators.combine(
            before,
            funds(Step.Fund.Kind.BASIC, "outpatient", "all"),
            funds(Step.Fund.Kind.LARGE_AMOUNT, "large", "outpatient"),
            subsidies(),
            accountSteps().list().ofMaxSize(2))
        .as((first, basic, large, subsidies, accounts) -> {
          var bears = List.<Step>of(new Step.PatientBears(Share.OVER_LIMIT));
          List<Step> cash = List.of(new Step.InCash());
          return joined(first, basic, large, bears, joined(subsidies, accounts, cash));
        });
  }

  @SafeVarargs
  private static List<Step> joined(List<? extends Step>... parts) {
    var all = new ArrayList<Step>();
    for (List<? extends Step> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  private static <T> Figure<T> figure(T value) {
    return Figure.of(value, Sample.SOURCE);
  }

  private static Step fixedPrice(Amount price) {
    return new Step.FixedPrice(figure(price));
  }

  private static Step upfront(Ratio share) {
    return new Step.OutOfRegionUpfront(figure(share));
  }

  private static Step apart(FundTerms terms) {
    return new Step.ItemsApart(Set.of("A"), terms);
  }

  private static Arbitrary<Step.Deductible> deductibles(String pool) {
    Arbitrary<List<Adjustment>> times =
        adjustments(Adjustment.How.TIMES, Adjustment.How.RAISED_BY).list().ofMaxSize(2);
    return Combinators.combine(Arbitraries.of(Anew.class), amounts(), times)
        .as((due, amount, adjust) -> new Step.Deductible(pool, due, figure(amount), adjust));
  }

  private static Arbitrary<List<Step>> funds(Step.Fund.Kind kind, String... pools) {
    return terms(pools).map(terms -> (Step) new Step.Fund(kind, terms)).list().ofMaxSize(2);
  }

  /** Terms of a fund; the pools are those under which it and its limits may count. */
  static Arbitrary<FundTerms> terms(String... pools) {
    return Combinators.combine(
            Arbitraries.of(pools),
            Arbitraries.of(Counts.class),
            Arbitraries.of(Anew.class),
            Worlds.bands(),
            adjustments(Adjustment.How.forRatios().toArray(Adjustment.How[]::new))
                .list()
                .ofMaxSize(2),
            ceilings(pools).list().ofMaxSize(2))
        .as((pool, counts, running, bands, adjust, ceilings) ->
            new FundTerms(pool, counts, running, figure(bands), adjust, ceilings));
  }

  private static Arbitrary<Ceiling> ceilings(String... pools) {
    return Combinators.combine(
            Arbitraries.of(Ceiling.On.class),
            Arbitraries.of(pools),
            Arbitraries.of(Ceiling.Reach.class),
            Arbitraries.of(Ceiling.Per.class),
            amounts(),
            adjustments(Adjustment.How.TIMES).list().ofMaxSize(1))
        .as((on, pool, reach, per, amount, adjust) ->
            new Ceiling(on, pool, reach, per, figure(amount), adjust));
  }

  private static Arbitrary<Adjustment> adjustments(Adjustment.How... hows) {
    return Combinators.combine(Arbitraries.of(hows), conditions(), Worlds.ratio())
        .as((how, where, by) -> new Adjustment("调整", where, how, figure(by)));
  }

  private static Arbitrary<Condition> conditions() {
    return Arbitraries.of(
        Condition.ALWAYS,
        Condition.of(Dimension.VISIT, new Condition.Between(2, null)),
        Condition.of(Dimension.VISIT_HERE_FOR_DISEASE, new Condition.Between(2, 3)),
        Condition.of(Dimension.TREATED, Condition.OneOf.of(Treated.UNFILED)),
        Condition.of(Dimension.CIVIL_SERVANT, Condition.OneOf.of(true)));
  }

  private static Arbitrary<List<Step>> subsidies() {
    Arbitrary<Step.@Nullable Deductible> own = deductibles("programme").injectNull(0.5);
    Arbitrary<@Nullable Amount> burden = amounts().injectNull(0.7);
    return Combinators.combine(
            Arbitraries.of(Program.class),
            conditions(),
            Arbitraries.subsetOf(borne()).filter(parts -> !parts.isEmpty()),
            own,
            terms("programme", "programme-2"),
            burden)
        .as((program, where, of, deductible, terms, most) ->
            new Step.Subsidy(
                program,
                where,
                List.copyOf(of),
                deductible,
                terms,
                most == null ? null : figure(most)))
        .list()
        .ofMaxSize(3)
        .map(AnyPolicies::lastLast);
  }

  /** Medical assistance looks at what all others have left. */
  private static List<Step> lastLast(List<Step.Subsidy> subsidies) {
    var ordered = new ArrayList<Step>();
    subsidies.stream().filter(each -> !each.program().isLast()).forEach(ordered::add);
    subsidies.stream().filter(each -> each.program().isLast()).forEach(ordered::add);
    return ordered;
  }

  private static Arbitrary<Step.FromAccount> accountSteps() {
    Arbitrary<@Nullable Amount> most = amounts().injectNull(0.6);
    return Combinators.combine(
            conditions(),
            Arbitraries.subsetOf(borne()),
            Arbitraries.of(PersonalAccount.Part.class),
            most)
        .as((where, pays, part, limit) ->
            new Step.FromAccount(where, pays, part, limit == null ? null : figure(limit)));
  }

  private static List<Share> borne() {
    return List.of(Share.values()).stream().filter(s -> s.kind() == Share.Kind.BORNE).toList();
  }

  private static Arbitrary<Amount> amounts() {
    Arbitrary<@Nullable Money> most = Worlds.money(300).injectNull(0.7);
    return Combinators.combine(Worlds.money(600), Worlds.money(50), most).as(Amount::new);
  }

  private static Arbitrary<Member> members() {
    Arbitrary<Standing> standing =
        Arbitraries.of(true, false)
            .map(yes ->
                new Standing(
                    Member.Group.GENERAL, Member.Assistance.NONE, yes, false, false, null));
    Arbitrary<List<Member.Filing>> filings =
        Arbitraries.of(
            List.of(),
            List.of(new Member.Filing(Treated.REFERRED, LocalDate.of(2024, 3, 1), null, "99")));
    return Combinators.combine(standing, filings)
        .as((stands, filed) ->
            new Member(
                Member.Scheme.EMPLOYEE,
                Member.Employment.ACTIVE,
                40,
                stands,
                Member.ALWAYS,
                List.of(),
                filed));
  }

  private static Arbitrary<PersonalAccount> accounts() {
    Arbitrary<@Nullable Money> limit = Worlds.money(400).injectNull(0.5);
    return Combinators.combine(Worlds.money(600), Worlds.money(600), limit)
        .as((one, other, most) -> new PersonalAccount(one.max(other), one.min(other), most));
  }

  private static Arbitrary<Bill> bills() {
    Arbitrary<@Nullable String> place = Arbitraries.of("990099").injectNull(0.6);
    Arbitrary<@Nullable String> disease = Arbitraries.of("M1", "M2", "M9").injectNull(0.3);
    return Combinators.combine(
            Worlds.bills(),
            Arbitraries.integers().between(0, 365),
            disease,
            place,
            Arbitraries.of("H1", "H2", ""))
        .as((bill, day, code, where, hospital) ->
            new Bill(
                LocalDate.of(2024, 1, 1).plusDays(day),
                bill.type(),
                new Hospital(
                    hospital, Hospital.Level.TWO, Hospital.Kind.GENERAL, Hospital.Tier.NONE),
                code,
                where,
                bill.lines()));
  }
}
