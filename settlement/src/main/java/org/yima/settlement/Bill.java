package org.yima.settlement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be paid for one visit.
 *
 * @param date the day whose rules decide: the visit's for outpatients, the discharge for inpatients
 * @param disease the code of the disease treated; null: none was sent, or the list of diseases
 *     (ka19) does not have it
 * @param place six digits of the place of treatment; null: the district of enrolment
 * @param admitted the day of admission of a stay; null: no stay, or not told
 */
public record Bill(
    LocalDate date,
    MedicalType type,
    Hospital hospital,
    @Nullable String disease,
    @Nullable String place,
    @Nullable LocalDate admitted,
    List<BillLine> lines) {

  public Bill {
    lines = List.copyOf(lines);
  }

  /** No stay, or one that is judged by its discharge. */
  public Bill(
      LocalDate date,
      MedicalType type,
      Hospital hospital,
      @Nullable String disease,
      @Nullable String place,
      List<BillLine> lines) {
    this(date, type, hospital, disease, place, null, lines);
  }

  /** The same as it is judged where stays are judged so. */
  Bill judged(StaysBy by) {
    return by == StaysBy.ADMISSION && type.isStay() && admitted != null
        ? new Bill(admitted, type, hospital, disease, place, admitted, lines)
        : this;
  }

  /** A bill of the district of enrolment. */
  public Bill(
      LocalDate date,
      MedicalType type,
      Hospital hospital,
      @Nullable String disease,
      List<BillLine> lines) {
    this(date, type, hospital, disease, null, null, lines);
  }

  public Money total() {
    long fen = 0;
    for (BillLine line : lines) {
      fen = Math.addExact(fen, line.amount().fen());
    }
    return Money.ofFen(fen);
  }
}
