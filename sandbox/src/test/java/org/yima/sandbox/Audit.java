package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.yima.protocol.Form;
import org.yima.sandbox.World.Inhabitant;

/**
 * Reads the books behind the server's back and reckons them up again, in SQL of its own: nothing
 * here uses the code that wrote them.
 */
final class Audit implements AutoCloseable {
  private static final String PAYERS =
      """
      basic_fund + large_amount_fund + civil_servant_fund + special_care_fund + retired_cadre_fund
      + pensioner_fund + enterprise_fund + other_funds + medical_assistance + medical_relief
      + personal_account + cash + hospital_borne
      """;

  /** Each finds what must not be there; its name says what that would be. */
  private static final Map<String, String> FAULTS =
      new TreeMap<>(
          Map.of(
              "postings that do not balance",
              "select order_no from posting where institution + " + PAYERS + " <> 0",
              "settlements that are not paid for",
              "select order_no from settlement where total <> " + PAYERS,
              "paid orders without their settlement, posting or memory, or the other way round",
              """
              select coalesce(o.order_no, s.order_no, p.order_no, r.order_no)
                from payment_order o
                full join settlement s using (district, hospcode, order_no)
                full join (select * from posting where kind = 'pos') p
                  using (district, hospcode, order_no)
                full join (select district, hospcode, key as order_no from remembered
                            where transaction in ('ST007', 'ST022')) r
                  using (district, hospcode, order_no)
               where case when s.settlement_no is null
                 then o.state not in ('1', '3', '4') or p.order_no is not null
                   or r.order_no is not null
                 else o.state not in ('2', '4', '5') or s.total is distinct from o.amount
                   or p.institution is distinct from o.amount
                   or p.settlement_no is distinct from s.settlement_no
                   or p.personal_account is distinct from -s.personal_account
                   or p.cash is distinct from -s.cash or p.cycle_no is distinct from o.cycle_no
                   or r.order_no is null end
              """,
              "postings that an order has twice",
              """
              select order_no from posting
               group by district, hospcode, order_no, kind = 'pos' having count(*) > 1
              """,
              "settlements that were undone and do not say so, or the other way round",
              """
              select o.order_no from payment_order o
                join settlement s using (district, hospcode, order_no)
                left join reversal v using (district, settlement_no)
                left join posting p on p.district = v.district and p.reversal_no = v.reversal_no
                left join posting q on q.district = s.district and q.kind = 'pos'
                     and q.settlement_no = s.settlement_no
               where coalesce(v.kind, 'none') is distinct from case o.state
                       when '2' then 'none' when '4' then 'CANCELLATION'
                       else case when v.approved_by is null then 'REFUND' else 'ADMINISTRATIVE' end
                     end
                  or (v.kind is not null and (
                       p.kind is distinct from case o.state when '4' then 'void' else 'nag' end
                       or p.institution is distinct from -q.institution
                       or p.basic_fund is distinct from -q.basic_fund
                       or p.personal_account is distinct from -q.personal_account
                       or p.cash is distinct from -q.cash))
              """,
              "settlements that the audit trail does not tell of",
              """
              select order_no from settlement s
               where not exists (select 1 from audit_entry a
                 where a.hospcode = s.hospcode and a.subject = s.order_no and a.outcome = '00')
              """,
              "balances below zero",
              "select person_no from personal_account where balance < 0",
              "payments that did not begin where the one before had left the account",
              """
              select order_no from (
                select o.order_no, s.account_before,
                       lag(s.account_before - s.personal_account)
                         over (partition by o.person_no order by s.settlement_no) as left_before
                  from settlement s join payment_order o using (district, hospcode, order_no)
                 where o.person_no not in (
                   select person_no from posting where kind <> 'pos')) chain
               where account_before <> left_before
              """,
              "running totals that are not the sum of what was settled",
              """
              select counter from (
                select person_no, counter, sum(amount) as amount from year_total
                 where counter in ('deductible:all', 'fund:all') group by 1, 2) t
              full join (
                select o.person_no, k.counter, sum(k.amount) as amount
                  from settlement s join payment_order o using (district, hospcode, order_no),
                       lateral (values ('deductible:all', s.deductible), ('fund:all', s.basic_fund))
                         as k(counter, amount)
                 where o.state = '2' group by 1, 2) s using (person_no, counter)
               where coalesce(t.amount, 0) <> coalesce(s.amount, 0)
              """,
              "pools that hold more than the year",
              """
              select person_no from year_total where counter not like 'cost:%'
               group by person_no, split_part(counter, ':', 1)
              having sum(case when counter like '%:all' then amount else -amount end) < 0
              """));

  private final Connection connection;

  private Audit(Connection connection) {
    this.connection = connection;
  }

  static Audit of(String databaseUrl) throws SQLException {
    return new Audit(DriverManager.getConnection(databaseUrl, "postgres", ""));
  }

  /** Every rule that holds whatever was paid. */
  void booksAreSound() throws SQLException {
    for (Map.Entry<String, String> fault : FAULTS.entrySet()) {
      assertThat(column(fault.getValue())).as(fault.getKey()).isEmpty();
    }
    for (Inhabitant each : World.people()) {
      assertThat(fen("select balance from personal_account where person_no = ?", each))
          .as("what is left of the account of " + each.who())
          .isEqualTo(each.person().balance().fen() - spent(each, "personal_account"));
    }
  }

  /** What all settlements of a person that stand put on one share, in fen. */
  long spent(Inhabitant who, String share) throws SQLException {
    return fen(
        "select coalesce(sum(s."
            + share
            + "), 0) from settlement s join payment_order o using (district, hospcode, order_no)"
            + " where o.state = '2' and o.person_no = ?",
        who);
  }

  private long fen(String query, Inhabitant who) throws SQLException {
    return Long.parseLong(column(query, who.person().number()).getFirst());
  }

  /** Orders of a cycle that have a posting. */
  List<String> ordersOf(String cycle) throws SQLException {
    return column("select order_no from posting where cycle_no = ? order by order_no", cycle);
  }

  /** The statement of a cycle is the ledger, line by line, and its check values are right. */
  List<String> statementAgrees(String cycle, Form reply) throws SQLException {
    byte[] text = unzip(Objects.requireNonNull(reply.get("file"), () -> Hospital.message(reply)));
    List<String> lines = new String(text, StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).as("statement of " + cycle).isEqualTo(ledgerOf(cycle));
    assertThat(reply.get("count")).isEqualTo(String.valueOf(lines.size()));
    assertThat(reply.get("amount"))
        .isEqualTo(
            column(
                    "select (coalesce(sum(institution), 0) / 100.0)::numeric(16,2)"
                        + " from posting where cycle_no = ?", // what was cancelled sums to zero
                    cycle)
                .getFirst());
    assertThat(reply.get("sm3")).isEqualTo(sm3(text));
    return lines.stream().map(line -> Arrays.asList(line.split("\\|", -1)).get(2)).toList();
  }

  private List<String> ledgerOf(String cycle) throws SQLException {
    return column(
        """
        select concat_ws('|', cycle_no, kind, order_no,
                 to_char(posted_at at time zone 'Asia/Shanghai', 'YYYYMMDD')
                   || lpad(coalesce(reversal_no, settlement_no)::text, 12, '0'),
                 to_char(posted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'),
                 (institution / 100.0)::numeric(16,2),
                 (-(basic_fund + large_amount_fund + civil_servant_fund + special_care_fund
                   + retired_cadre_fund + pensioner_fund + enterprise_fund + other_funds
                   + medical_assistance + medical_relief) / 100.0)::numeric(16,2),
                 (-personal_account / 100.0)::numeric(16,2), (-cash / 100.0)::numeric(16,2))
          from posting where cycle_no = ? and order_no not in (
                 select order_no from posting where kind = 'void' and cycle_no = ?)
         order by posting_no
        """,
        cycle,
        cycle);
  }

  private static byte[] unzip(String base64) {
    byte[] file = Base64.getDecoder().decode(base64);
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      zip.getNextEntry();
      return zip.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sm3(byte[] text) {
    var digest = new SM3Digest();
    digest.update(text, 0, text.length);
    byte[] sum = new byte[digest.getDigestSize()];
    digest.doFinal(sum, 0);
    return HexFormat.of().formatHex(sum);
  }

  /** The first column of a query, as text. */
  List<String> column(String query, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<String> cells = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          cells.add(rows.getString(1));
        }
      }
      return cells;
    }
  }

  void tell(String statement) throws SQLException {
    try (var told = connection.createStatement()) {
      told.execute(statement);
    }
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
