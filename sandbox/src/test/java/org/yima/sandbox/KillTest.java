package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yima.protocol.Form;
import org.yima.sandbox.World.Inhabitant;

/**
 * In the middle of payments the server dies, or PostgreSQL under it, and both start again on the
 * same data. Whatever was answered "paid" is paid; whatever had no answer is paid or not there, and
 * paying it again pays it once. The number of kills is {@code -Dyima.kills}, 10 unless told; {@code
 * .ci/kill-test} runs many.
 */
class KillTest {
  private static final String HOSPITAL = "04010089";
  private static final int KILLS = Integer.getInteger("yima.kills", 10);

  /** One till for each of them. */
  private static final List<String> TILLS = List.of("在职职工", "退休职工", "城乡居民", "账户已空的职工");

  /** Payments answered before each kill. */
  private static final int ENOUGH = 12;

  @TempDir Path folder;

  /** Every bill that was sent, with the outcome if there was an answer. */
  private final Map<Bill, String> sent = new ConcurrentHashMap<>();

  private static final String UNKNOWN = "no answer";

  /** Where each payment is told. */
  private final CallbackSite site = new CallbackSite();

  private final Set<String> told = new TreeSet<>();

  private final AtomicBoolean dead = new AtomicBoolean();
  private final AtomicInteger orders = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();

  @Test
  void everyOrderIsPaidOnceHoweverOftenServerOrDatabaseDie() throws Exception {
    ServerProcess server = ServerProcess.start(folder);
    try {
      refusesASecondServer();
      register(server);
      String cycle = at(server).cycle("01", "0");
      for (int kill = 0; kill < KILLS; kill++) {
        payUntilKilled(server, cycle, kill % 2 == 1);
        server = ServerProcess.start(folder);
        reckonUp(server, cycle);
        listen(server);
      }
      everyPaymentIsTold(server);
    } finally {
      server.close();
      site.close();
    }
    assertThat(unanswered).as("payments that the kills interrupted").hasPositiveValue();
    assertThat(sent.size()).isGreaterThanOrEqualTo(KILLS * ENOUGH);
  }

  /** The site's address, of which servers learn within two seconds. */
  private void register(ServerProcess server) throws SQLException {
    try (Audit audit = Audit.of(server.databaseUrl())) {
      audit.tell("update institution set callbacks = array['" + site.url() + "']");
      audit.tell("update registry_version set version = version + 1");
    }
    LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
  }

  /** At least once: who died between a commit and its delivery is followed by who delivers it. */
  private void everyPaymentIsTold(ServerProcess server) throws SQLException {
    Instant end = Instant.now().plusSeconds(90);
    try (Audit audit = Audit.of(server.databaseUrl())) {
      while (!audit.column("select order_no from outbox where state <> 'DELIVERED'").isEmpty()) {
        assertThat(Instant.now()).isBefore(end);
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
    }
    listen(server);
    assertThat(told).containsExactlyInAnyOrderElementsOf(paid());
  }

  /** Opens what has come so far: a message can be opened for five minutes. */
  private void listen(ServerProcess server) {
    Cashier cashier = at(server);
    site.all().stream().map(cashier::orderOf).forEach(told::add);
  }

  private Cashier at(ServerProcess server) {
    return Cashier.at(server.base(), folder, HOSPITAL);
  }

  private void refusesASecondServer() {
    assertThatThrownBy(() -> Sandbox.start(folder, 0, Clock.systemUTC()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("in use by another process");
  }

  /**
   * Several tills pay one bill after another; when enough are paid the server is killed, or first
   * the database that it stands on.
   */
  private void payUntilKilled(ServerProcess server, String cycle, boolean database)
      throws IOException, InterruptedException {
    Cashier cashier = at(server);
    dead.set(false);
    var enough = new CountDownLatch(ENOUGH);
    try (var tills = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String who : TILLS) {
        tills.execute(() -> payUntilKilled(cashier, cycle, Hospital.person(who), enough));
      }
      assertThat(enough.await(120, TimeUnit.SECONDS)).isTrue();
      while (underWay.get() < 2) {
        Thread.onSpinWait();
      }
      dead.set(true);
      if (database) {
        server.killDatabase();
      }
      server.kill();
    }
  }

  private void payUntilKilled(
      Cashier cashier, String cycle, Inhabitant who, CountDownLatch enough) {
    try {
      while (true) {
        String order = "KILL" + orders.incrementAndGet();
        Bill bill = Bill.of(cashier, order, cycle, cashier.scan(who), "12.34").told(site.url());
        sent.put(bill, UNKNOWN);
        underWay.incrementAndGet();
        try {
          String outcome = Hospital.outcome(cashier.pay(bill));
          // Neither says what became of it: the books will.
          sent.put(bill, outcome.equals("E9901") || outcome.equals("E1801") ? UNKNOWN : outcome);
        } finally {
          underWay.decrementAndGet();
        }
        enough.countDown();
      }
    } catch (UncheckedIOException | AssertionError gone) {
      enough.countDown();
      // Without a database nobody's code is decoded; before that it would be a defect.
      assertThat(gone instanceof UncheckedIOException || dead.get()).as(gone.getMessage()).isTrue();
    }
  }

  private void reckonUp(ServerProcess server, String cycle) throws SQLException {
    Cashier cashier = at(server);
    try (Audit audit = Audit.of(server.databaseUrl())) {
      audit.booksAreSound();
      List<String> stated = audit.statementAgrees(cycle, cashier.statement(cycle));
      sent.forEach((bill, outcome) -> isPaidOrNotThere(cashier, bill, outcome, stated));
      sent.replaceAll((bill, outcome) -> outcome.equals(UNKNOWN) ? again(cashier, bill) : outcome);
      audit.booksAreSound();
      assertThat(audit.statementAgrees(cycle, cashier.statement(cycle)))
          .containsExactlyInAnyOrderElementsOf(paid());
    }
  }

  private static void isPaidOrNotThere(
      Cashier cashier, Bill bill, String outcome, List<String> stated) {
    boolean there = stated.contains(bill.order());
    assertThat(there || !outcome.equals("00")).as(bill.order() + " was answered").isTrue();
    Form answer = cashier.query(bill.order());
    assertThat(Hospital.outcome(answer)).as(bill.order()).isEqualTo(there ? "00" : "E1101");
    assertThat(answer.get("paystatus")).as(bill.order()).isEqualTo(there ? "2" : null);
  }

  private String again(Cashier cashier, Bill bill) {
    unanswered.incrementAndGet();
    String outcome = cashier.payInTheEnd(bill.scannedAgain(cashier.scan(bill.scan().who())));
    assertThat(outcome).as(bill.order() + " paid again").isEqualTo("00");
    return outcome;
  }

  private List<String> paid() {
    List<String> orders = new ArrayList<>();
    sent.forEach((bill, outcome) -> {
      if (outcome.equals("00")) {
        orders.add(bill.order());
      }
    });
    return orders;
  }

  @Test
  void withoutItsDatabaseTheServerAnswersAndRecovers() throws Exception {
    ServerProcess broken = ServerProcess.start(folder);
    Cashier cashier = at(broken);
    String cycle = cashier.cycle("01", "0");
    Bill bill = Bill.of(cashier, "DB1", cycle, cashier.scan(Hospital.person("在职职工")), "12.34");
    Bill paid = Bill.of(cashier, "DB0", cycle, cashier.scan(Hospital.person("退休职工")), "1.00");
    assertThat(cashier.payInTheEnd(paid)).isEqualTo("00");

    broken.killDatabase();

    assertThat(cashier.pay(bill).get("aprcode")).isIn("-1", "18");
    assertThat(cashier.query("DB0").get("aprcode")).isIn("-1", "18");
    broken.kill();
    recovers(cycle, bill);
  }

  private void recovers(String cycle, Bill bill) throws Exception {
    try (ServerProcess server = ServerProcess.start(folder);
        Audit audit = Audit.of(server.databaseUrl())) {
      Cashier cashier = at(server);
      assertThat(cashier.query("DB0").get("paystatus")).isEqualTo("2");
      assertThat(again(cashier, bill)).isEqualTo("00");
      audit.booksAreSound();
      assertThat(audit.statementAgrees(cycle, cashier.statement(cycle))).hasSize(2);
    }
  }
}
