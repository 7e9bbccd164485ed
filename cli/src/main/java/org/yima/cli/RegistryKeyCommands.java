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
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yima.platform.institution.Certificates;
import org.yima.platform.institution.Certificates.Entered;
import org.yima.platform.institution.Certificates.Held;
import org.yima.platform.institution.FailedOpenings;
import org.yima.platform.transaction.Call;
import org.yima.securitypkg.PartyCertificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Those of {@code yima keys} that work on the registry of a running platform. */
final class RegistryKeyCommands {
  private static final Clock CLOCK = Clock.system(Call.ZONE);

  private RegistryKeyCommands() {}

  /** {@code keys import}. */
  @Command(
      name = "import",
      description = {"登记证书（PEM 或 DER）；此前的证书仍有效。", "Enters certificates; earlier ones stay good."})
  static final class Enter implements Callable<Integer> {
    private static final Pattern PEM =
        Pattern.compile(
            "-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----\\R?", Pattern.DOTALL);

    @Mixin private OfficeSettings settings = new OfficeSettings();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "证书文件 (certificates)")
    private List<Path> files = List.of();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
      List<PartyCertificate> all = new ArrayList<>();
      for (Path file : files) {
        Named.require(Objects.requireNonNull(spec, "set by picocli").commandLine(), file);
        all.addAll(read(file));
      }
      return settings.office(office -> enter(office.getBean(Certificates.class), all));
    }

    private static int enter(Certificates certificates, List<PartyCertificate> all) {
      Instant now = CLOCK.instant();
      boolean good = true;
      for (PartyCertificate each : all) {
        // What has ended can never be used, so entering it is taking the wrong file.
        if (each.notAfter().isBefore(now)) {
          System.out.println(KeyFileCommands.described(each) + "  已过期，未登记 (expired, not entered)");
          good = false;
        } else {
          Entered entered = certificates.enter(each);
          System.out.println(KeyFileCommands.described(each) + "  " + sentence(entered));
          good &= entered != Entered.UNKNOWN_PARTY;
        }
      }
      return good ? 0 : 1;
    }

    private static List<PartyCertificate> read(Path file) throws IOException {
      try {
        return read(Files.readAllBytes(file));
      } catch (IllegalArgumentException e) {
        throw new CannotDo("不是 PEM 或 DER 证书 (%s): %s".formatted(e.getMessage(), file), e);
      }
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
        case UNKNOWN_PARTY ->
            "没有这个机构或接入系统，未登记；先用 yima import institutions 或 systems 导入"
                + " (unknown party: import it first)";
      };
    }
  }

  /** {@code keys revoke}. */
  @Command(
      name = "revoke",
      description = {"吊销证书，数秒内在所有服务器上失效。", "Revokes a certificate on every server within seconds."})
  static final class Revoke implements Callable<Integer> {
    @Mixin private OfficeSettings settings = new OfficeSettings();

    @Parameters(index = "0", paramLabel = "PARTY", description = "商户代码或接入信息系统代码")
    private String party = "";

    @Parameters(index = "1", paramLabel = "CERTID", description = "证书序列号（十进制）")
    private String certid = "";

    @Override
    public Integer call() {
      return settings.office(office -> {
        if (!office.getBean(Certificates.class).revoke(party, certid, CLOCK.instant())) {
          throw new CannotDo(
              "%s 没有序列号为 %s 的未吊销证书；yima keys list 列出全部 (no such certificate, or revoked already)"
                  .formatted(party, certid));
        }
        System.out.println("已吊销 (revoked) " + party + " " + certid);
        return 0;
      });
    }
  }

  /** {@code keys list}. */
  @Command(
      name = "list",
      description = {"列出登记的证书。", "Lists the registered certificates."})
  static final class Show implements Callable<Integer> {
    @Mixin private OfficeSettings settings = new OfficeSettings();

    @Option(
        names = "--expiring",
        description = "只列 30 天内到期的 (only those that expire within 30 days)")
    private boolean expiring;

    @Override
    public Integer call() {
      Instant now = CLOCK.instant();
      return settings.office(office -> {
        office.getBean(Certificates.class).all().stream()
            .filter(held -> !expiring || held.expires(now))
            .forEach(held -> System.out.println(line(held, now)));
        return 0;
      });
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
    @Mixin private OfficeSettings settings = new OfficeSettings();

    @Option(names = "--days", defaultValue = "7", description = "最近几天，默认 ${DEFAULT-VALUE}")
    private int days = 7;

    @Override
    public Integer call() {
      if (days < 1) {
        throw new CannotDo("--days 至少为 1 (at least 1): " + days);
      }
      LocalDate since = LocalDate.ofInstant(CLOCK.instant(), Call.ZONE).minusDays(days - 1L);
      return settings.office(office -> {
        for (var each : office.getBean(FailedOpenings.class).since(since)) {
          String who = each.caller().isEmpty() ? "来源 " + each.source() : each.caller();
          System.out.printf("%s  %s  %s  %d%n", each.day(), who, each.fault(), each.count());
        }
        return 0;
      });
    }
  }
}
