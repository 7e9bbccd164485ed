package org.yima.platform.bill;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yima.platform.store.Packed;
import org.yima.settlement.Citation;
import org.yima.settlement.Explained;
import org.yima.settlement.LineResult;
import org.yima.settlement.Money;
import org.yima.settlement.Program;
import org.yima.settlement.Settlement;
import org.yima.settlement.Share;
import org.yima.settlement.Subsidised;
import org.yima.settlement.YearSoFar;

/**
 * The part of a settlement that is kept in words: who, by which figures, how each line was
 * classified, and why. Kept as it was said, so that a later version of the rules or of this program
 * cannot change what a patient was told.
 *
 * @param policy the policy's name
 * @param benefitYear whose totals were moved
 * @param subsidised what each programme paid of each part that the patient bears
 * @param movements what was added to them; a refund takes back exactly this
 */
public record Result(
    Holder holder,
    String policy,
    int benefitYear,
    YearSoFar movements,
    Figures figures,
    List<Subsidised> subsidised,
    List<Line> lines,
    List<Step> steps) {

  /** Rows before the first that there may be any number of. */
  private static final int FIXED_ROWS = 6;

  /** How one line was classified. */
  record Line(String itemClass, String ratio, Money selfPaid, Money overCeiling, Money upfront) {

    static Line of(LineResult line) {
      return new Line(
          line.itemClass().code(),
          line.upfrontRatio().decimal(),
          line.selfPaid(),
          line.overCeiling(),
          line.upfront());
    }

    List<String> pack() {
      return List.of(
          itemClass, ratio, selfPaid.toString(), overCeiling.toString(), upfront.toString());
    }

    static Line unpack(List<String> cells) {
      return new Line(
          cells.get(0),
          cells.get(1),
          Money.of(cells.get(2)),
          Money.of(cells.get(3)),
          Money.of(cells.get(4)));
    }
  }

  /** One step and its reason. */
  public record Step(
      String name, Money base, String figure, Money result, String citation, String sentence) {

    static Step of(Explained step) {
      @Nullable Citation citation = step.citation();
      return new Step(
          step.name(),
          step.base(),
          step.figure(),
          step.result(),
          Objects.toString(citation, ""),
          step.sentence());
    }

    List<String> pack() {
      return List.of(name, base.toString(), figure, result.toString(), citation, sentence);
    }

    static Step unpack(List<String> cells) {
      return new Step(
          cells.get(0),
          Money.of(cells.get(1)),
          cells.get(2),
          Money.of(cells.get(3)),
          cells.get(4),
          cells.get(5));
    }
  }

  static Result of(
      Holder holder, String policy, int year, YearSoFar before, Settlement settlement) {
    return new Result(
        holder,
        policy,
        year,
        settlement.movements(),
        Figures.of(settlement.standards(), before),
        settlement.subsidised(),
        settlement.lines().stream().map(Line::of).toList(),
        settlement.explanation().stream().map(Step::of).toList());
  }

  /** What one programme paid of one part. */
  Money subsidised(Program program, Share part) {
    return sum(program, one -> one.part() == part ? one.amount() : Money.ZERO);
  }

  /** All that one programme paid. */
  Money subsidised(Program program) {
    return sum(program, Subsidised::amount);
  }

  /** What a programme looked at and left unpaid. */
  Money leftBy(Program program) {
    Map<Share, Money> left = new EnumMap<>(Share.class);
    subsidised.stream()
        .filter(one -> one.program() == program)
        .forEach(one -> left.put(one.part(), one.left()));
    return left.values().stream().reduce(Money.ZERO, Money::plus);
  }

  private Money sum(Program program, Function<Subsidised, Money> part) {
    return subsidised.stream()
        .filter(one -> one.program() == program)
        .map(part)
        .reduce(Money.ZERO, Money::plus);
  }

  byte[] pack() {
    var rows = new ArrayList<List<String>>();
    rows.add(holder.pack());
    rows.add(
        List.of(
            policy,
            String.valueOf(benefitYear),
            movements.toString(),
            String.valueOf(subsidised.size()),
            String.valueOf(lines.size())));
    rows.addAll(figures.pack());
    subsidised.forEach(one -> rows.add(pack(one)));
    lines.forEach(line -> rows.add(line.pack()));
    steps.forEach(step -> rows.add(step.pack()));
    return Packed.pack(rows);
  }

  static Result unpack(byte[] packed) {
    List<List<String>> rows = Packed.unpack(packed);
    List<String> head = rows.get(1);
    int firstLine = FIXED_ROWS + Integer.parseInt(head.get(3));
    int firstStep = firstLine + Integer.parseInt(head.get(4));
    return new Result(
        Holder.unpack(rows.get(0)),
        head.get(0),
        Integer.parseInt(head.get(1)),
        YearSoFar.parse(head.get(2)),
        Figures.unpack(rows.subList(2, FIXED_ROWS)),
        rows.subList(FIXED_ROWS, firstLine).stream().map(Result::subsidised).toList(),
        rows.subList(firstLine, firstStep).stream().map(Line::unpack).toList(),
        rows.subList(firstStep, rows.size()).stream().map(Step::unpack).toList());
  }

  private static List<String> pack(Subsidised one) {
    return List.of(
        one.program().name(), one.part().name(), one.of().toString(), one.amount().toString());
  }

  private static Subsidised subsidised(List<String> cells) {
    return new Subsidised(
        Program.valueOf(cells.get(0)),
        Share.valueOf(cells.get(1)),
        Money.of(cells.get(2)),
        Money.of(cells.get(3)));
  }
}
