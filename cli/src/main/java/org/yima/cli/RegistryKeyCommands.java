package org.yima.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yima.platform.Office;
import org.yima.platform.institution.Certificates;
import org.yima.platform.institution.Certificates.Entered;
import org.yima.platform.institution.Certificates.Held;
import org.yima.platform.institution.FailedOpenings;
import org.yima.platform.transaction.Call;
import org.yima.securitypkg.PartyCertificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Those of {@code yima keys} that work on the registry of a running platform. */
final class RegistryKeyCommands {
  private static final Clock CLOCK = Clock.system(Call.ZONE);

  private RegistryKeyCommands() {}

  /** The settings of the servers. */
  static final class Settings {
    @Option(names = "--config", required = true, description = "与服务器相同的配置文件 (as for serve)")
    private Path config = Path.of("");

    org.springframework.context.ConfigurableApplicationContext open() {
      System.setProperty("yima.log", "warn");
      return Office.open(config);
    }
  }

  /** {@code keys import}. */
  @Command(
      name = "import",
      description = {"登记证书（PEM 或 DER）；此前的证书仍有效。", "Enters certificates; earlier ones stay good."})
  static final class Enter implements Callable<Integer> {
    private static final Pattern PEM =
        Pattern.compile(
            "-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----\\R?", Pattern.DOTALL);

    @Mixin private Settings settings = new Settings();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "证书文件 (certificates)")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
      List<PartyCertificate> all = new ArrayList<>();
      for (Path file : files) {
        all.addAll(read(Files.readAllBytes(file)));
      }
      boolean good = true;
      try (var office = settings.open()) {
        for (PartyCertificate each : all) {
          Entered entered = office.getBean(Certificates.class).enter(each);
          System.out.println(KeyFileCommands.described(each) + "  " + sentence(entered));
          good &= entered != Entered.UNKNOWN_PARTY;
        }
      }
      return good ? 0 : 1;
    }

    private static List<PartyCertificate> read(byte[] file) {
      List<PartyCertificate> all = new ArrayList<>();
      Matcher pem = PEM.matcher(new String(file, StandardCharsets.ISO_8859_1));
      while (pem.find()) {
        all.add(PartyCertificate.read(pem.group().getBytes(StandardCharsets.US_ASCII)));
      }
      return all.isEmpty() ? List.of(PartyCertificate.read(file)) : all;
    }

    private static String sentence(Entered entered) {
      return switch (entered) {
        case NEW -> "已登记 (entered)";
        case ALREADY_THERE -> "此前已登记 (was there)";
        case UNKNOWN_PARTY -> "没有这个机构或接入系统，未登记 (unknown party)";
      };
    }
  }

  /** {@code keys revoke}. */
  @Command(
      name = "revoke",
      description = {"吊销证书，数秒内在所有服务器上失效。", "Revokes a certificate on every server within seconds."})
  static final class Revoke implements Callable<Integer> {
    @Mixin private Settings settings = new Settings();

    @Parameters(index = "0", paramLabel = "PARTY", description = "商户代码或接入信息系统代码")
    private String party = "";

    @Parameters(index = "1", paramLabel = "CERTID", description = "证书序列号（十进制）")
    private String certid = "";

    @Override
    public Integer call() {
      try (var office = settings.open()) {
        boolean done = office.getBean(Certificates.class).revoke(party, certid, CLOCK.instant());
        System.out.println(done ? "已吊销 (revoked)" : "没有这份有效证书 (no such certificate)");
        return done ? 0 : 1;
      }
    }
  }

  /** {@code keys list}. */
  @Command(
      name = "list",
      description = {"列出登记的证书。", "Lists the registered certificates."})
  static final class Show implements Callable<Integer> {
    @Mixin private Settings settings = new Settings();

    @Option(
        names = "--expiring",
        description = "只列 30 天内到期的 (only those that expire within 30 days)")
    private boolean expiring;

    @Override
    public Integer call() {
      Instant now = CLOCK.instant();
      try (var office = settings.open()) {
        office.getBean(Certificates.class).all().stream()
            .filter(held -> !expiring || held.expires(now))
            .forEach(held -> System.out.println(line(held, now)));
        return 0;
      }
    }

    private static String line(Held held, Instant now) {
      String state = held.expires(now) ? "  即将到期 (expires soon)" : "";
      if (held.certificate().notAfter().isBefore(now)) {
        state = "  已过期 (expired)";
      }
      return KeyFileCommands.described(held.certificate())
          + held.revokedAt().map(at -> "  已吊销 (revoked) " + at).orElse(state);
    }
  }

  /** {@code keys failures}. */
  @Command(
      name = "failures",
      description = {"不能打开的报文：按日、按调用方（不明则按来源地址）计数。", "Messages that could not be opened, counted."})
  static final class Failures implements Callable<Integer> {
    @Mixin private Settings settings = new Settings();

    @Option(names = "--days", defaultValue = "7", description = "最近几天，默认 ${DEFAULT-VALUE}")
    private int days = 7;

    @Override
    public Integer call() {
      LocalDate since = LocalDate.ofInstant(CLOCK.instant(), Call.ZONE).minusDays(days - 1L);
      try (var office = settings.open()) {
        for (var each : office.getBean(FailedOpenings.class).since(since)) {
          String who = each.caller().isEmpty() ? "来源 " + each.source() : each.caller();
          System.out.printf("%s  %s  %s  %d%n", each.day(), who, each.fault(), each.count());
        }
        return 0;
      }
    }
  }
}
