package org.yima.platform.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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
          select * from enrolment
           where district = p.district and person_no = p.person_no
             and valid_from <= ? and (valid_to is null or valid_to >= ?)
           order by valid_from desc limit 1) e on true
      """;
  private static final String BY_ID = FIND + " where p.district = ? and p.id_digest = any (?)";
  private static final String LOCK = " for update of a";
  private static final String SET_BALANCE =
      "update personal_account set balance = ? where district = ? and person_no = ?";

  private final Vault vault;

  public People(Vault vault) {
    this.vault = vault;
  }

  /** Finds a person by document; the account is locked until the transaction ends. */
  public Answer<Insured> lock(Batch batch, String district, IdNumber id, LocalDate day) {
    return batch.ask(BY_ID + LOCK, this::insured, day, day, district, digests(id));
  }

  public Answer<Insured> find(Batch batch, String district, IdNumber id, LocalDate day) {
    return batch.ask(BY_ID, this::insured, day, day, district, digests(id));
  }

  /**
   * Finds the person whose number another feature's query gives, in the same round trip.
   *
   * @param numberQuery selects a person's number by {@code key}; the key is its one parameter
   */
  public Answer<Insured> byNumberOf(
      Batch batch, String district, String numberQuery, Object key, LocalDate day) {
    String statement = FIND + " where p.district = ? and p.person_no = (" + numberQuery + ")";
    return batch.ask(statement, this::insured, day, day, district, key);
  }

  /** Sets the balance of an account that this transaction has locked. */
  public void setBalance(Batch batch, Insured person, Money balance) {
    batch.tell(SET_BALANCE, balance.fen(), person.district(), person.number());
  }

  /** The digest that a document is stored with; it names the kind of document too. */
  public byte[] digest(IdNumber id) {
    return vault.digest("person.id", id.type() + ":" + id.value());
  }

  /** The digests a document may be found by: during a rotation of keys, more than one. */
  byte[][] digests(IdNumber id) {
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
