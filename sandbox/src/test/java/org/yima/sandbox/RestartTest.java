package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yima.protocol.Form;
import org.yima.sandbox.Cashier.Scan;

/** What is paid today is there tomorrow. */
class RestartTest {
  private static final String HOSPITAL = "04010089";
  private static final List<String> SAID_OF_AN_ORDER =
      List.of(
          "paystatus",
          "orderamt",
          "ordertime",
          "sipno",
          "sicardno",
          "balancecode",
          "aptorderackdata");

  @TempDir Path folder;

  /**
   * The first server has two connections and pays two bills at once: were a payment to need a
   * second connection for itself, both would wait.
   */
  @Test
  void dataAndKeysOutliveTheServer() throws IOException, SQLException {
    String cycle;
    Map<String, String> before;
    Map<String, String> keys;
    try (ServerProcess server =
        ServerProcess.start(folder, "-Dspring.datasource.hikari.maximum-pool-size=2")) {
      Cashier cashier = Cashier.at(server.base(), folder, HOSPITAL);
      cycle = cashier.cycle("01", "0");
      String[] people = {"在职职工", "退休职工"};
      List<Bill> bills = new ArrayList<>();
      for (String who : people) {
        Scan scan = cashier.scan(Hospital.person(who));
        bills.add(Bill.of(cashier, "KEPT" + bills.size(), cycle, scan, "300.00", "48.50"));
      }
      assertThat(Storm.of(2, i -> Hospital.outcome(cashier.pay(bills.get(i))))).containsOnly("00");
      before = said(cashier.query("KEPT0"));
      keys = keys();
    }
    try (ServerProcess server = ServerProcess.start(folder);
        Audit audit = Audit.of(server.databaseUrl())) {
      Cashier cashier = Cashier.at(server.base(), folder, HOSPITAL);
      assertThat(keys()).isEqualTo(keys);
      assertThat(said(cashier.query("KEPT0"))).isEqualTo(before);
      assertThat(cashier.cycle("01", "0")).as("the cycle that is open").isEqualTo(cycle);
      assertThat(audit.statementAgrees(cycle, cashier.statement(cycle)))
          .containsExactlyInAnyOrder("KEPT0", "KEPT1");
      audit.booksAreSound();
    }
  }

  private static Map<String, String> said(Form reply) {
    Map<String, String> said = new TreeMap<>();
    for (String name : SAID_OF_AN_ORDER) {
      said.put(name, Objects.requireNonNull(reply.get(name), name));
    }
    return said;
  }

  private Map<String, String> keys() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder.resolve("keys"))) {
      all.filter(Files::isRegularFile).forEach(files::add);
    }
    Map<String, String> keys = new TreeMap<>();
    for (Path file : files) {
      keys.put(file.toString(), java.util.HexFormat.of().formatHex(Files.readAllBytes(file)));
    }
    assertThat(keys).hasSizeGreaterThan(2);
    return keys;
  }
}
