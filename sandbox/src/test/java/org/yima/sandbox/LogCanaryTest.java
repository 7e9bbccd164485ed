package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.interfaces.RSAPrivateKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bouncycastle.jce.interfaces.ECPrivateKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yima.protocol.Form;
import org.yima.sandbox.Cashier.Scan;
import org.yima.sandbox.World.Inhabitant;

/**
 * A server that logs as much as it can, asked good, bad and broken things: its log holds no
 * personal data and no secret. A canary that the server logs on purpose shows that one would be
 * found.
 */
class LogCanaryTest {
  private static final String HOSPITAL = "04010089";
  private static final String CANARY = "金丝雀甲990000190001010011";

  @TempDir Path folder;

  /** What must not be found, by what it is. */
  private final Map<String, String> secrets = new TreeMap<>();

  @Test
  void theLogHoldsTheCanaryAndNoSecret() throws Exception {
    Path log;
    try (ServerProcess server =
            ServerProcess.startWith(
                CANARY, folder, "-Dlogging.level.org.yima=DEBUG", "-Dlogging.level.root=INFO");
        Audit audit = Audit.of(server.databaseUrl())) {
      log = server.log();
      rounds(Cashier.at(server.base(), folder, HOSPITAL), audit);
    }
    secrets.put("the canary", CANARY);
    World.people().forEach(this::keepSecret);
    keepKeysSecret();
    String text = Files.readString(log, StandardCharsets.UTF_8);

    assertThat(text).as("what should be in a log").contains("ST007", "SAME_ORDER_OTHER_CONTENT");
    assertThat(found(text)).containsExactly("the canary");
    assertThat(text.toLowerCase(Locale.ROOT)).as("passwords").doesNotContain("password");
  }

  private List<String> found(String text) {
    return secrets.entrySet().stream()
        .filter(each -> text.contains(each.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void rounds(Cashier cashier, Audit audit) throws SQLException {
    String cycle = cashier.cycle("01", "0");
    Inhabitant person = Hospital.person("在职职工");
    Bill paid = Bill.of(cashier, "CANARY1", cycle, scan(cashier, person), "56.78");
    Form reply = cashier.pay(paid);
    assertThat(Hospital.outcome(reply)).isEqualTo("00");
    secrets.put("balancecode", Objects.requireNonNull(reply.get("balancecode")));
    assertThat(Hospital.outcome(cashier.query("CANARY1"))).isEqualTo("00");
    assertThat(Hospital.outcome(cashier.statement(cycle))).isEqualTo("00");
    refused(cashier, cycle, paid);
    broken(cashier, cycle, audit);
    malformed(cashier, paid);
    cashier.signOut(cycle);
  }

  private void refused(Cashier cashier, String cycle, Bill paid) {
    Scan scan = scan(cashier, Hospital.person("退休职工"));
    Scan stranger = new Scan(Hospital.person("城乡居民"), scan.code(), scan.token());
    Scan unknown = new Scan(scan.who(), scan.code(), "530400nosuchtoken");
    Scan frozen = scan(cashier, Hospital.person("待遇冻结的职工"));
    Map<Bill, String> bills =
        Map.of(
            Bill.of(cashier, "CANARY1", cycle, scan, "99.99"), "E1701",
            Bill.of(cashier, "CANARY2", cycle, paid.scan(), "1.00"), "E1202",
            Bill.of(cashier, "CANARY3", cycle, stranger, "1.00"), "E1301",
            Bill.of(cashier, "CANARY4", cycle, unknown, "1.00"), "E1201",
            Bill.of(cashier, "CANARY5", cycle, frozen, "1.00"), "E1602",
            Bill.of(cashier, "CANARY6", "no such cycle", scan, "1.00"), "E1401",
            Bill.of(cashier, "CANARY7".repeat(10), cycle, scan, "1.00"), "E1001");
    bills.forEach((bill, outcome) ->
        assertThat(Hospital.outcome(cashier.pay(bill))).as(bill.order()).isEqualTo(outcome));
  }

  /** The database refuses a row, and quotes it; another time a stored name does not open. */
  private void broken(Cashier cashier, String cycle, Audit audit) throws SQLException {
    Inhabitant person = Hospital.person("账户已空的职工");
    audit.tell("alter table posting add constraint no_canary check (order_no <> 'CANARY8')");
    Bill violating = Bill.of(cashier, "CANARY8", cycle, scan(cashier, person), "1.00");
    assertThat(Hospital.outcome(cashier.pay(violating))).isEqualTo("E9901");
    Bill unreadable = Bill.of(cashier, "CANARY9", cycle, scan(cashier, person), "1.00");
    audit.tell(
        "update person set name_enc = set_byte(name_enc, 14, get_byte(name_enc, 14) # 1)"
            + " where person_no = '"
            + person.person().number()
            + "'");
    assertThat(Hospital.outcome(cashier.pay(unreadable))).isEqualTo("E9901");
  }

  /** Bytes that are no message, each with a secret in them. */
  private static void malformed(Cashier cashier, Bill bill) {
    String form = "application/x-www-form-urlencoded;charset=UTF-8";
    byte[] xml = bill.xml().getBytes(StandardCharsets.UTF_8);
    cashier.post("/gateway", form, xml);
    cashier.post("/gateway", "application/json", xml);
    cashier.post("/ec/query", "application/json", xml);
    cashier.post("/gateway?idno=" + bill.scan().who().person().id().value(), form, xml);
    assertThat(Hospital.outcome(cashier.call("ST007", bill.xml() + "<"))).isEqualTo("R10");
    assertThat(Hospital.outcome(cashier.call("ST007", bill.xml().replace("orderid>", "idno>"))))
        .isNotEqualTo("00");
  }

  private Scan scan(Cashier cashier, Inhabitant who) {
    Scan scan = cashier.scan(who);
    secrets.put("code of " + who.who() + secrets.size(), scan.code());
    secrets.put("token of " + who.who() + secrets.size(), scan.token());
    return scan;
  }

  private void keepSecret(Inhabitant who) {
    secrets.put("name of " + who.who(), who.person().name().value());
    secrets.put("id of " + who.who(), who.person().id().value());
    secrets.put("card of " + who.who(), who.person().card().value());
  }

  private void keepKeysSecret() throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder.resolve("keys"))) {
      files = all.filter(file -> file.toString().endsWith(".p12")).toList();
    }
    for (Path file : files) {
      for (byte[] key : keysOf(file)) {
        secrets.put("key " + secrets.size() + " of " + file, HexFormat.of().formatHex(key));
        secrets.put(
            "key " + secrets.size() + " of " + file, Base64.getEncoder().encodeToString(key));
      }
    }
    assertThat(secrets.keySet().stream().filter(each -> each.startsWith("key")))
        .hasSizeGreaterThan(10);
  }

  private static List<byte[]> keysOf(Path file) throws Exception {
    // The JDK cannot read SM2, and BouncyCastle cannot read secret keys.
    KeyStore store =
        file.endsWith("columns.p12")
            ? KeyStore.getInstance("PKCS12")
            : KeyStore.getInstance("PKCS12", new BouncyCastleProvider());
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, KeyFolder.PASSWORD.toCharArray());
    }
    List<byte[]> keys = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      Key key = store.getKey(alias, KeyFolder.PASSWORD.toCharArray());
      if (key != null) {
        keys.add(key.getEncoded());
      }
      if (key instanceof ECPrivateKey sm2) {
        keys.add(sm2.getD().toByteArray());
      } else if (key instanceof RSAPrivateKey rsa) {
        keys.add(rsa.getPrivateExponent().toByteArray());
      }
    }
    return keys;
  }
}
