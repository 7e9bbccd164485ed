package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.sandbox.Cashier.Scan;

/**
 * What the database promises: to keep what is committed, not to wait for ever, and in few bytes.
 */
class DurabilityTest {
  private static final String HOSPITAL = "04010089";
  private static final List<String> TABLES =
      List.of(
          "payment_order",
          "settlement",
          "posting",
          "remembered",
          "ec_code",
          "ec_token",
          "personal_account",
          "year_total",
          "business_cycle",
          "outbox",
          "audit_entry",
          "audit_unsealed",
          "audit_block");

  @TempDir static Path folder;
  static Sandbox sandbox;
  static Audit audit;
  static Cashier cashier;

  @BeforeAll
  static void start() throws SQLException {
    sandbox = Sandbox.start(folder, 0, Clock.systemUTC());
    audit = Audit.of(sandbox.databaseUrl());
    cashier = Cashier.at(sandbox.base(), folder, HOSPITAL);
  }

  @AfterAll
  static void stop() throws SQLException {
    audit.close();
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
  void committedIsOnDisk(String setting) throws SQLException {
    assertThat(audit.column("show " + setting)).containsExactly("on");
  }

  /** Every connection of the pool has a lock_timeout: whoever holds an account, the till hears. */
  @Test
  void aLockedAccountIsAnsweredInProgress() throws SQLException {
    String cycle = cashier.cycle("locks", "0");
    var person = Hospital.person("退休职工");
    List<Bill> bills =
        IntStream.range(0, 16)
            .mapToObj(i -> Bill.of(cashier, "LOCK" + i, cycle, cashier.scan(person), "10.00"))
            .toList();
    try (Audit holder = Audit.of(sandbox.databaseUrl())) {
      holder.connection().setAutoCommit(false);
      holder.column(
          "select person_no from personal_account where person_no = ? for update",
          person.person().number());

      assertThat(Storm.of(16, i -> Hospital.outcome(cashier.pay(bills.get(i)))))
          .containsOnly("E1801");

      holder.connection().rollback();
    }
    assertThat(audit.ordersOf(cycle)).isEmpty();
    assertThat(Storm.of(16, i -> cashier.payInTheEnd(bills.get(i)))).containsOnly("00");
    audit.booksAreSound();
  }

  /**
   * Orders of ten lines, with everything that a visit leaves behind: code, token, memory, indexes.
   */
  @Test
  void anOrderOfTenLinesTakesAtMostFourKibibytes() throws SQLException {
    String cycle = cashier.cycle("size", "0");
    pay(cycle, "WARM", 40);
    Map<String, Long> before = sizes();

    pay(cycle, "SIZE", 200);

    Map<String, Long> after = sizes();
    long all = 0;
    for (String table : TABLES) {
      long each = (after.getOrDefault(table, 0L) - before.getOrDefault(table, 0L)) / 200;
      all += each;
      System.out.printf("%-17s %5d bytes an order, rows of %s%n", table, each, rowSize(table));
    }
    System.out.printf("an order of ten lines takes %d bytes with its indexes%n", all);
    assertThat(all).isPositive().isLessThanOrEqualTo(4096);
  }

  /** Two people, four at a time: a person's orders wait for each other anyway. */
  private static void pay(String cycle, String prefix, int count) {
    String[] prices = {
      "12.80", "3.55", "128.00", "6.40", "19.90", "45.00", "7.25", "88.60", "2.30", "15.75"
    };
    for (int done = 0; done < count; done += 4) {
      int first = done;
      Storm.of(
          IntStream.range(first, first + 4)
              .<Callable<Scan>>mapToObj(i ->
                  () -> {
                    Scan scan = cashier.scan(Hospital.person(i % 2 == 0 ? "在职职工" : "城乡居民"));
                    String order = "%s%010d".formatted(prefix, i);
                    Bill bill = Bill.of(cashier, order, cycle, scan, prices);
                    assertThat(cashier.payInTheEnd(bill)).isEqualTo("00");
                    return scan;
                  })
              .toList());
    }
  }

  /** Once all that passes through has passed. */
  private static Map<String, Long> sizes() throws SQLException {
    while (!audit.column("select 1 from audit_unsealed limit 1").isEmpty()) {
      Thread.onSpinWait();
    }
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (String table : TABLES) {
      audit.tell("vacuum " + table);
      sizes.put(
          table,
          Long.valueOf(audit.column("select pg_total_relation_size('" + table + "')").getFirst()));
    }
    return sizes;
  }

  private static String rowSize(String table) throws SQLException {
    return audit.column("select round(avg(pg_column_size(t.*))) from " + table + " t").getFirst();
  }
}
