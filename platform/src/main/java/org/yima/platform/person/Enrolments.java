package org.yima.platform.person;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Vault;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Money;

/** Enters people into {@code person, enrolment, personal_account, ec_credential, approval}. */
@Component
public final class Enrolments {
  private static final String PERSON =
      """
      insert into person (district, person_no, id_digest, id_type, id_no_enc, name_enc,
        card_no_enc, sex, birth_date, employer_no, employer_name)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ENROLMENT =
      """
      insert into enrolment (district, person_no, valid_from, scheme, retired, frozen)
      values (?, ?, ?, ?, ?, ?)
      """;
  private static final String ACCOUNT =
      "insert into personal_account (district, person_no, balance) values (?, ?, ?)";
  private static final String OPENING =
      """
      insert into account_posting (district, person_no, period, personal_account, contributions)
      values (?, ?, 'OPENING', ?, ?)
      """;
  private static final String CREDENTIAL =
      "insert into ec_credential (district, person_no, state) values (?, ?, 'ACTIVE')";
  private static final String APPROVAL =
      """
      insert into approval (district, person_no, medical_type, disease_code, valid_from, valid_to)
      values (?, ?, ?, ?, ?, ?)
      """;

  private final Vault vault;
  private final People people;

  Enrolments(Vault vault, People people) {
    this.vault = vault;
    this.people = people;
  }

  public void enter(Batch batch, NewPerson person) {
    batch.tell(
        PERSON,
        person.district(),
        person.number(),
        people.digest(person.id()),
        person.id().type(),
        vault.seal("person.id_no", person.id().value()),
        vault.seal("person.name", person.name().value()),
        vault.seal("person.card_no", person.card().value()),
        person.sex(),
        person.birth(),
        person.employerNo(),
        person.employerName());
    batch.tell(
        ENROLMENT,
        person.district(),
        person.number(),
        person.enrolledFrom(),
        person.scheme().name(),
        person.retired(),
        person.frozen());
    batch.tell(ACCOUNT, person.district(), person.number(), person.balance().fen());
    if (person.balance().compareTo(Money.ZERO) > 0) {
      long fen = person.balance().fen();
      batch.tell(OPENING, person.district(), person.number(), fen, -fen);
    }
    batch.tell(CREDENTIAL, person.district(), person.number());
  }

  /** Puts an approval for special or chronic disease on file. */
  public void approve(
      Batch batch, NewPerson person, MedicalType type, String disease, LocalDate from) {
    batch.tell(
        APPROVAL,
        person.district(),
        person.number(),
        type.name(),
        disease,
        from,
        from.plusYears(10));
  }
}
