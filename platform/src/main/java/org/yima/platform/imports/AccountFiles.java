package org.yima.platform.imports;

import static org.yima.platform.imports.CellType.counter;
import static org.yima.platform.imports.CellType.matching;
import static org.yima.platform.imports.CellType.whole;
import static org.yima.platform.imports.CellType.yuan;
import static org.yima.platform.imports.Column.required;

import java.util.List;

/**
 * Files that move what payments move too: accounts and running totals. They are written in chunks,
 * each under the locks of its people's accounts and committed at once, so that nobody at a till
 * waits for the whole file. A load that was cut off is completed by loading the file again.
 */
final class AccountFiles {
  private static final int CHUNK = 2000;
  private static final String[] PERSON = {"district", "person_no"};

  /** In one order everywhere, and before anything else of these people is touched. */
  private static final String LOCK =
      """
      with locked as (
        select 1 from personal_account a
         where (a.district, a.person_no) in
           (select district, person_no from incoming where line > ? and line <= ?)
         order by a.district, a.person_no for update)
      select 0, 0 * count(*) from locked
      """;

  /** What is already posted for a period is not posted again. */
  private static final String CREDIT =
      """
      with fresh as (
        insert into account_posting (district, person_no, period, personal_account, contributions)
        select district, person_no, period, amount, -amount from incoming
         where line > ? and line <= ?
        on conflict (district, person_no, period) do nothing
        returning district, person_no, personal_account),
      sums as (
        select district, person_no, sum(personal_account)::bigint as amount
          from fresh group by district, person_no),
      moved as (
        update personal_account a set balance = a.balance + s.amount from sums s
         where a.district = s.district and a.person_no = s.person_no)
      select count(*), 0 from fresh
      """;

  private static final String NEW_TOTALS =
      """
      insert into year_total (district, person_no, benefit_year, counter, amount)
      select district, person_no, benefit_year, counter, 0 from incoming
       where line > ? and line <= ?
      on conflict do nothing
      """;

  /** A corrected opening total moves the running total by the difference. */
  private static final String TOTALS =
      """
      with before as (
        select i.district, i.person_no, i.benefit_year, i.counter, i.amount,
               coalesce(o.amount, 0) as known, o.amount is null as fresh
          from incoming i
          left join opening_total o on (o.district, o.person_no, o.benefit_year, o.counter)
                                     = (i.district, i.person_no, i.benefit_year, i.counter)
         where i.line > ? and i.line <= ? and i.amount is distinct from o.amount),
      kept as (
        insert into opening_total (district, person_no, benefit_year, counter, amount)
        select district, person_no, benefit_year, counter, amount from before
        on conflict (district, person_no, benefit_year, counter)
          do update set amount = excluded.amount),
      moved as (
        update year_total t set amount = t.amount + b.amount - b.known from before b
         where (t.district, t.person_no, t.benefit_year, t.counter)
             = (b.district, b.person_no, b.benefit_year, b.counter))
      select count(*) filter (where fresh), count(*) filter (where not fresh) from before
      """;

  private AccountFiles() {}

  static Kind credits(CellType district, CellType code) {
    return Kind.of(
            "credits",
            "个人账户划入（每月）与期初余额",
            "account_posting",
            List.of("district", "person_no", "period"),
            required("district", "统筹区", district),
            required("person_no", "个人编号", code),
            required(
                "period",
                "月份",
                matching("OPENING|[0-9]{4}-(0[1-9]|1[0-2])", "月份 yyyy-MM，或期初余额 OPENING")),
            required("amount", "金额（元）", yuan()))
        .needs("personal_account", "没有这个参保人", PERSON)
        .check("金额应大于零", "select line from incoming i where amount = 0")
        .check(
            "该月已划入，金额不同；更正请另行冲补",
            """
            select i.line from incoming i join account_posting o
              on (o.district, o.person_no, o.period) = (i.district, i.person_no, i.period)
             where o.personal_account <> i.amount
            """)
        .merge(LOCK, CREDIT)
        .inChunksOf(CHUNK);
  }

  static Kind totals(CellType district, CellType code) {
    return Kind.of(
            "totals",
            "年度累计期初数",
            "opening_total",
            List.of("district", "person_no", "benefit_year", "counter"),
            required("district", "统筹区", district),
            required("person_no", "个人编号", code),
            required("benefit_year", "待遇年度", whole(2000, 2999)),
            required("counter", "累计项", counter()),
            required("amount", "金额（元）", yuan()))
        .needs("personal_account", "没有这个参保人", PERSON)
        .merge(LOCK, NEW_TOTALS, TOTALS)
        .inChunksOf(CHUNK);
  }
}
