package org.yima.platform.bill;

import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;
import org.yima.platform.catalogue.Catalogues;
import org.yima.platform.person.Files;
import org.yima.platform.person.Insured;
import org.yima.platform.person.People;
import org.yima.platform.person.Whom;
import org.yima.platform.person.YearTotals;
import org.yima.platform.person.YearTotals.Total;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.settlement.Stays;

/**
 * Prices a visit by the catalogue of its place and settles it by the rules of its payer's. Every
 * transaction that settles comes here, whether it then pays or only says what would be paid.
 */
@Component
public record Assessor(
    People people, YearTotals years, Files files, Catalogues catalogues, Till till) {

  /** What decides a settlement beside the bill itself. */
  public record Facts(Answer<Insured> payer, Answer<Total> totals, Files.Found files) {}

  /**
   * Asks for what decides; the payer's account is locked.
   *
   * @param since the first year whose totals and credits may count
   */
  public Facts lock(Batch reads, Whom payer, int since) {
    return facts(reads, people.lock(reads, payer), payer, since);
  }

  /** The same without a lock, for a settlement that moves nothing. */
  public Facts ask(Batch reads, Whom payer, int since) {
    return facts(reads, people.find(reads, payer), payer, since);
  }

  private Facts facts(Batch reads, Answer<Insured> found, Whom payer, int since) {
    return new Facts(found, years.since(reads, payer, since), files.of(reads, payer, since));
  }

  public List<PricedLine> price(Call call, OrderContent content) {
    return content.lines().stream()
        .map(line ->
            PricedLine.of(
                line, catalogues.find(call.district(), line.itemCode(), content.visitDate())))
        .toList();
  }

  /**
   * Settles, or says why not.
   *
   * @param facts of a payer who was found
   * @param numbers asked once, if there is a settlement to be numbered
   */
  public Outcome<Payment> settle(
      Call call, Registration visit, List<PricedLine> lines, Facts facts, LongSupplier numbers) {
    return till.settle(seen(call, visit, lines, facts), numbers);
  }

  /** What the rules say of stays as such, by which a visit without lines was settled. */
  public Stays stays(Call call, Registration visit, Facts facts) {
    return till.stays(seen(call, visit, List.of(), facts));
  }

  private static Till.Case seen(
      Call call, Registration visit, List<PricedLine> lines, Facts facts) {
    return new Till.Case(
        call,
        visit,
        lines,
        facts.payer().rows().getFirst(),
        facts.totals().rows(),
        facts.files().onFile());
  }
}
