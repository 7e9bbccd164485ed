package org.yima.platform.bill;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.yima.platform.person.Enrolment;
import org.yima.platform.person.Insured;
import org.yima.settlement.Standing;
import org.yima.settlement.Treated;

/** Who paid, in the words of {@code registerret}, as they were known when they paid. */
public record Holder(
    String district,
    String number,
    String name,
    String card,
    String idType,
    String idNo,
    String sex,
    String birth,
    String age,
    String employerNo,
    String employerName,
    String insuranceType,
    String group,
    String description,
    Marks marks) {

  static Holder of(Insured person, Enrolment enrolment, LocalDate day, Treated treated) {
    int age = Period.between(person.birth(), day).getYears();
    Standing standing = enrolment.standing();
    return new Holder(
        person.district(),
        person.number(),
        person.name().value(),
        person.card().value(),
        person.id().type(),
        person.id().value(),
        person.sex(),
        person.birth().toString(),
        String.valueOf(age),
        Objects.requireNonNullElse(person.employerNo(), ""),
        Objects.requireNonNullElse(person.employerName(), ""),
        enrolment.insuranceType(),
        enrolment.group(),
        enrolment.description(),
        Marks.of(treated, standing.assistance(), standing.civilServant(), age));
  }

  List<String> pack() {
    return List.of(
        district,
        number,
        name,
        card,
        idType,
        idNo,
        sex,
        birth,
        age,
        employerNo,
        employerName,
        insuranceType,
        group,
        description,
        marks.treated(),
        marks.assistance(),
        marks.civilServant(),
        marks.aged());
  }

  static Holder unpack(List<String> cells) {
    return new Holder(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        cells.get(4),
        cells.get(5),
        cells.get(6),
        cells.get(7),
        cells.get(8),
        cells.get(9),
        cells.get(10),
        cells.get(11),
        cells.get(12),
        cells.get(13),
        new Marks(cells.get(14), cells.get(15), cells.get(16), cells.get(17)));
  }

  /** Masked: the number alone says who it was to those who may know. */
  @Override
  public String toString() {
    return "holder " + number;
  }
}
