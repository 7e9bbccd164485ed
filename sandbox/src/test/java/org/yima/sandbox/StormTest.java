package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.protocol.Form;
import org.yima.sandbox.Cashier.Scan;
import org.yima.sandbox.World.Inhabitant;

/**
 * Many calls at the same moment, through the real interface; afterwards the books are reckoned up.
 */
class StormTest {
  private static final String CITY_HOSPITAL = "04010089";
  private static final String TOWN_CLINIC = "04010002";
  private static final String PHARMACY = "04020001";
  private static final int MANY = 50;

  @TempDir static Path folder;
  static Sandbox sandbox;
  static Audit audit;
  static Cashier hospital;

  @BeforeAll
  static void start() throws SQLException {
    sandbox = Sandbox.start(folder, 0, Clock.systemUTC());
    audit = Audit.of(sandbox.databaseUrl());
    hospital = cashier(CITY_HOSPITAL);
  }

  @AfterAll
  static void stop() throws SQLException {
    audit.close();
    sandbox.close();
  }

  @AfterEach
  void booksAreSound() throws SQLException {
    audit.booksAreSound();
  }

  private static Cashier cashier(String hospcode) {
    return Cashier.at(sandbox.base(), folder, hospcode);
  }

  private static List<Scan> scans(Cashier cashier, Inhabitant who, int count) {
    return IntStream.range(0, count).mapToObj(i -> cashier.scan(who)).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void oneOrderSentFiftyTimesIsPaidOnce(int seed) throws SQLException {
    Inhabitant pensioner = Hospital.person("退休职工");
    String cycle = hospital.cycle("copies" + seed, "0");
    String order = "COPY" + seed;
    // Some tills scan again before they repeat; the seed says which.
    List<Scan> scans = scans(hospital, pensioner, 2);
    var random = new Random(seed);
    Bill bill = Bill.of(hospital, order, cycle, scans.getFirst(), "83.21", "16.79");
    List<Bill> copies =
        random.ints(MANY, 0, scans.size()).mapToObj(i -> bill.scannedAgain(scans.get(i))).toList();
    long before = audit.spent(pensioner, "total");

    List<Form> replies = Storm.of(MANY, i -> hospital.pay(copies.get(i)));

    assertThat(replies).extracting(Hospital::outcome).isSubsetOf("00", "E1801").contains("00");
    Set<String> answers = new HashSet<>();
    replies.stream()
        .filter(reply -> Hospital.outcome(reply).equals("00"))
        .forEach(reply -> answers.add(reply.get("balancecode") + reply.get("aptorderackdata")));
    assertThat(answers).as("different answers to one order").hasSize(1);
    assertThat(audit.spent(pensioner, "total") - before).isEqualTo(100_00);
    assertThat(audit.statementAgrees(cycle, hospital.statement(cycle))).containsExactly(order);
  }

  /**
   * 50 bills of 100 yuan at a hospital of level 3: 300 of deductible, half of the remaining 4,700
   * from the fund, and the account pays what it holds.
   */
  @ParameterizedTest(name = "{0}: account {1} fen, cash {2} fen")
  @CsvSource({"在职职工, 120000, 145000", "账户已空的职工, 0, 265000"})
  void fiftyOrdersOfOnePerson(String who, long account, long cash) throws SQLException {
    Inhabitant person = Hospital.person(who);
    String cycle = hospital.cycle(person.person().number(), "0");
    List<Bill> bills = new ArrayList<>();
    for (Scan scan : scans(hospital, person, MANY)) {
      String order = person.person().number() + "-" + bills.size();
      bills.add(Bill.of(hospital, order, cycle, scan, "100.00"));
    }

    List<String> outcomes = Storm.of(MANY, i -> hospital.payInTheEnd(bills.get(i)));

    assertThat(outcomes).containsOnly("00");
    assertThat(audit.spent(person, "deductible")).as("deductible").isEqualTo(300_00);
    assertThat(audit.spent(person, "basic_fund")).as("fund").isEqualTo(2350_00);
    assertThat(audit.spent(person, "personal_account")).as("account").isEqualTo(account);
    assertThat(audit.spent(person, "cash")).as("cash").isEqualTo(cash);
    assertThat(audit.statementAgrees(cycle, hospital.statement(cycle)))
        .containsExactlyInAnyOrderElementsOf(bills.stream().map(Bill::order).toList());
  }

  /** One person's bills meet at one account, another's do not; a visitor's account is elsewhere. */
  @ParameterizedTest
  @ValueSource(ints = {4, 5})
  void manyPeopleAtTwoHospitalsAndAPharmacyFromTwoRegions(int seed) throws SQLException {
    Cashier clinic = cashier(TOWN_CLINIC);
    Cashier pharmacy = cashier(PHARMACY);
    String local = hospital.cycle("mix" + seed, "0");
    String atClinic = clinic.cycle("mix" + seed, "0");
    String visitors = clinic.cycle("mix" + seed, "1");
    String drugs = pharmacy.cycle("mix" + seed, "0");
    var random = new Random(seed);
    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String order = "MIX" + seed + "-" + i;
      String price = random.nextInt(1, 400) + "." + random.nextInt(10, 99);
      String[] people = {"退休职工", "城乡居民"};
      Inhabitant one = Hospital.person(people[random.nextInt(2)]);
      Inhabitant other = Hospital.person(people[random.nextInt(2)]);
      Inhabitant visitor = Hospital.person("外地退休职工");
      Inhabitant buyer = Hospital.person("退休职工");
      calls.add(paying(hospital, Bill.of(hospital, order, local, hospital.scan(one), price)));
      calls.add(paying(clinic, Bill.of(clinic, order, atClinic, clinic.scan(other), price)));
      calls.add(
          paying(clinic, Bill.of(clinic, order + "V", visitors, clinic.scan(visitor), price)));
      calls.add(
          paying(
              pharmacy, Bill.of(pharmacy, order, drugs, pharmacy.scan(buyer), price).atPharmacy()));
    }
    Collections.shuffle(calls, random);

    assertThat(Storm.of(calls)).containsOnly("00");

    assertThat(audit.statementAgrees(local, hospital.statement(local))).hasSize(12);
    assertThat(audit.statementAgrees(atClinic, clinic.statement(atClinic))).hasSize(12);
    assertThat(audit.statementAgrees(visitors, clinic.statement(visitors))).hasSize(12);
    assertThat(audit.statementAgrees(drugs, pharmacy.statement(drugs))).hasSize(12);
  }

  private static Callable<String> paying(Cashier cashier, Bill bill) {
    return () -> cashier.payInTheEnd(bill);
  }

  @Test
  void oneNumberWithTwoContentsIsOneOrder() throws SQLException {
    Inhabitant resident = Hospital.person("城乡居民");
    String cycle = hospital.cycle("contents", "0");
    List<Scan> scans = scans(hospital, resident, 20);
    List<Bill> bills =
        IntStream.range(0, 20)
            .mapToObj(i ->
                Bill.of(
                    hospital, "TWO" + i / 2, cycle, scans.get(i), i % 2 == 0 ? "10.00" : "20.00"))
            .toList();

    List<String> outcomes = Storm.of(20, i -> hospital.payInTheEnd(bills.get(i)));

    for (int i = 0; i < 20; i += 2) {
      assertThat(outcomes.subList(i, i + 2))
          .as(bills.get(i).order())
          .containsExactlyInAnyOrder("00", "E1701");
    }
    assertThat(audit.statementAgrees(cycle, hospital.statement(cycle))).hasSize(10);
  }

  @Test
  void oneTokenPaysOneOrder() throws SQLException {
    String cycle = hospital.cycle("token", "0");
    Scan scan = hospital.scan(Hospital.person("城乡居民"));

    List<String> outcomes =
        Storm.of(
            20, i -> hospital.payInTheEnd(Bill.of(hospital, "TOKEN" + i, cycle, scan, "10.00")));

    assertThat(outcomes).containsOnly("00", "E1202").containsOnlyOnce("00");
    assertThat(audit.ordersOf(cycle)).containsExactly("TOKEN" + outcomes.indexOf("00"));
  }

  @Test
  void signingInTwentyTimesOpensOneCycle() throws SQLException {
    List<String> cycles = Storm.of(20, i -> hospital.cycle("same", "0"));

    assertThat(new HashSet<>(cycles)).hasSize(1);
    assertThat(audit.column("select cycle_no from business_cycle where operator = 'same'"))
        .containsExactly(cycles.getFirst());
  }

  /** At eight in the morning everybody signs in; numbers are of the second. */
  @Test
  void twentyOperatorsSignInAtOnce() {
    List<String> cycles = Storm.of(20, i -> hospital.cycle("shift" + i, "0"));

    assertThat(cycles).doesNotHaveDuplicates();
  }

  @Test
  void signingOutWhilePaymentsRun() throws SQLException {
    Inhabitant resident = Hospital.person("城乡居民");
    String cycle = hospital.cycle("closing", "0");
    List<Scan> scans = scans(hospital, resident, 30);
    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < scans.size(); i++) {
      calls.add(paying(hospital, Bill.of(hospital, "OUT" + i, cycle, scans.get(i), "10.00")));
    }
    calls.add(() -> hospital.signOut(cycle));

    List<String> outcomes = Storm.of(calls);

    assertThat(outcomes.removeLast()).isEqualTo("00");
    assertThat(outcomes).isSubsetOf("00", "E1403");
    List<String> paid =
        IntStream.range(0, outcomes.size())
            .filter(i -> outcomes.get(i).equals("00"))
            .mapToObj(i -> "OUT" + i)
            .toList();
    assertThat(audit.statementAgrees(cycle, hospital.statement(cycle)))
        .containsExactlyInAnyOrderElementsOf(paid);
  }
}
