package org.yima.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yima.platform.audit.AuditReport;
import org.yima.platform.audit.Head;
import org.yima.platform.audit.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code yima audit}: whether the audit trail is still what was entered. */
@Command(
    name = "audit",
    description = {
      "审计留痕：核对每一条交易记录自写入后没有被改动、删除或插入。",
      "Checks that no entry of the audit trail was changed, removed or inserted.",
      "yima audit verify --config FILE [--heads FILE]; yima audit heads --config FILE"
    })
final class AuditCommand extends OfficeCommand {
  @Command(name = "verify", description = "从头核对；有问题时退出码为 1 (exits 1 if anything is wrong)")
  int verify(
      @Option(
              names = "--heads",
              description = "另行保存的链头，由 yima audit heads 输出 (heads that were kept elsewhere)")
          @Nullable Path kept)
      throws IOException {
    List<Head> elsewhere;
    try {
      elsewhere = heads(kept);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    }
    return office(office -> {
      AuditReport report = office.getBean(Verification.class).verify(elsewhere);
      print(report);
      return report.isGood() ? 0 : 1;
    });
  }

  @Command(name = "heads", description = "输出全部已签名的链头，供另行保存 (prints every signed head)")
  int heads() {
    return office(office -> {
      office.getBean(Verification.class).heads().forEach(head -> System.out.println(head.line()));
      return 0;
    });
  }

  private static List<Head> heads(@Nullable Path kept) throws IOException {
    return kept == null
        ? List.of()
        : Files.readAllLines(kept, StandardCharsets.UTF_8).stream()
            .filter(line -> !line.isBlank())
            .map(Head::of)
            .toList();
  }

  private static void print(AuditReport report) {
    report.findings().forEach(finding -> System.out.println(finding.sentence()));
    if (report.found() > report.findings().size()) {
      System.out.printf("……以及另外 %d 处 (and more)%n", report.found() - report.findings().size());
    }
    System.out.printf(
        "%d 个统筹区，%d 个区块，%d 条记录相符；%d 个链头已签名 %s%n",
        report.districts(), report.blocks(), report.entries(), report.heads(), report.signers());
    if (report.unsealed() > 0) {
      System.out.printf(
          "%d 条尚未封存，最早的写于 %s (not sealed yet)%n", report.unsealed(), report.oldestUnsealed());
    }
    if (report.keyGone() > 0) {
      System.out.printf(
          "%d 条写入时的列密钥已不在密钥文件中，只由链保护 (column key gone: protected by the chain alone)%n",
          report.keyGone());
    }
    System.out.println(
        report.isGood() ? "没有发现问题 (nothing is wrong)" : "共 " + report.found() + " 处不符");
  }
}
