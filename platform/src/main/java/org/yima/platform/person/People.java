package org.yima.platform.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Vault;
import org.yima.settlement.Member;
import org.yima.settlement.Member.Scheme;
import org.yima.settlement.Money;
import org.yima.settlement.Standing;

/** Tables {@code person, enrolment, personal_account, approval}. */
@Component
public final class People {
  private static final String FIND =
      """
      select p.district, p.person_no, p.id_type, p.id_no_enc, p.name_enc, p.card_no_enc, p.sex,
             p.birth_date, p.employer_no, p.employer_name, p.retired_on, a.balance, e.scheme,
             e.retired, e.frozen, e.person_group, e.assistance, e.civil_servant, e.special_care,
             e.enterprise
        from person p
        join personal_account a on a.district = p.district and a.person_no = p.person_no
        left join lateral (
          select * from enrolment, (
      """;
  private static final String ON_DAY =
      """
      ) as looked_at(day)
           where district = p.district and person_no = p.person_no
             and valid_from <= day and (valid_to is null or valid_to >= day)
           order by valid_from desc limit 1) e on true
       where p.district = (
      """;
  private static final String NUMBERED = ") and p.person_no = (";
  private static final String LOCK = " for update of a";
  private static final String OF_DOCUMENT =
      "select person_no from person where district = ? and id_digest = any (?)";
  private static final String SET_BALANCE =
      "update personal_account set balance = ? where district = ? and person_no = ?";
  private static final String GIVE_BACK =
      "update personal_account set balance = balance + ? where district = ? and person_no = ?";

  private final Vault vault;

  public People(Vault vault) {
    this.vault = vault;
  }

  /** Whoever has this document in this district. */
  public Whom withDocument(String district, IdNumber id, LocalDate day) {
    return new Whom(district, Selection.of(OF_DOCUMENT, district, digests(id)), day);
  }

  /** Whoever has this number in this district. */
  public Whom numbered(String district, String number, LocalDate day) {
    return new Whom(district, Selection.of("?", number), day);
  }

  /** Finds a person; the account is locked until the transaction ends. */
  public Answer<Insured> lock(Batch batch, Whom whom) {
    return find(batch, whom, LOCK);
  }

  public Answer<Insured> find(Batch batch, Whom whom) {
    return find(batch, whom, "");
  }

  /**
   * Whether somebody is, was or will be insured: who is not today may still settle or be repaid.
   */
  public Answer<Boolean> everInsured(Batch batch, Whom whom) {
    return batch.ask(
        "select exists (select from enrolment" + whom.where() + ")",
        row -> row.getBoolean(1),
        whom.keys().toArray());
  }

  private Answer<Insured> find(Batch batch, Whom whom, String lock) {
    List<Object> keys = new ArrayList<>(whom.day().keys());
    keys.addAll(whom.keys());
    String statement =
        FIND
            + whom.day().query()
            + ON_DAY
            + whom.district().query()
            + NUMBERED
            + whom.number().query()
            + ")"
            + lock;
    return batch.ask(statement, this::insured, keys.toArray());
  }

  /** Sets the balance of an account that this transaction has locked. */
  public void setBalance(Batch batch, String district, String number, Money balance) {
    batch.tell(SET_BALANCE, balance.fen(), district, number);
  }

  /** Gives back what a settlement took from an account, and locks it until the transaction ends. */
  public void giveBack(Batch batch, String district, String number, Money amount) {
    batch.tell(GIVE_BACK, amount.fen(), district, number);
  }

  /** The digest that a document is stored with; it names the kind of document too. */
  public byte[] digest(IdNumber id) {
    return vault.digest("person.id", id.type() + ":" + id.value());
  }

  /** The digests a document may be found by: during a rotation of keys, more than one. */
  private byte[][] digests(IdNumber id) {
    return vault.digests("person.id", id.type() + ":" + id.value());
  }

  private Insured insured(ResultSet row) throws SQLException {
    String idNo = vault.open("person.id_no", row.getBytes("id_no_enc"));
    return new Insured(
        row.getString("district"),
        row.getString("person_no"),
        new IdNumber(row.getString("id_type"), idNo),
        new PersonName(vault.open("person.name", row.getBytes("name_enc"))),
        new CardNumber(vault.open("person.card_no", row.getBytes("card_no_enc"))),
        row.getString("sex"),
        row.getObject("birth_date", LocalDate.class),
        row.getString("employer_no"),
        row.getString("employer_name"),
        Money.ofFen(row.getLong("balance")),
        enrolment(row));
  }

  private static Optional<Enrolment> enrolment(ResultSet row) throws SQLException {
    @Nullable String scheme = row.getString("scheme");
    if (scheme == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Enrolment(
            Scheme.valueOf(scheme),
            row.getBoolean("retired"),
            row.getBoolean("frozen"),
            standing(row)));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        Member.Group.valueOf(row.getString("person_group")),
        Member.Assistance.valueOf(row.getString("assistance")),
        row.getBoolean("civil_servant"),
        row.getBoolean("special_care"),
        row.getBoolean("enterprise"),
        row.getObject("retired_on", LocalDate.class));
  }
}
