package org.yima.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.yima.platform.Office;
import org.yima.platform.imports.ImportReport;
import org.yima.platform.imports.Imports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code yima import}: loads one CSV file, wholly or not at all. */
@Command(
    name = "import",
    description = {
      "导入 CSV 文件（UTF-8）：先检查全部行，无误后写入；重复导入不改变任何数据。",
      "Loads a CSV file once everything in it has been found right; again changes nothing.",
      "KIND: districts institutions systems people enrolments credits totals items diseases"
          + " approvals item-approvals filings"
    })
final class ImportCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "KIND", description = "文件种类 (what the file holds)")
  private String kind = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "CSV 文件")
  private Path file = Path.of("");

  @Option(names = "--config", required = true, description = "与服务器相同的配置文件 (as for serve)")
  private Path config = Path.of("");

  @Option(names = "--operator", defaultValue = "${sys:user.name}", description = "操作员，记入导入记录")
  private String operator = "";

  @Override
  public Integer call() throws IOException {
    System.setProperty("yima.log", "warn");
    try (var office = Office.open(config);
        InputStream in = Files.newInputStream(file)) {
      var source = new Imports.Source(kind, String.valueOf(file.getFileName()), operator);
      ImportReport report = office.getBean(Imports.class).load(source, in);
      print(report);
      return report.isGood() ? 0 : 1;
    } catch (IllegalArgumentException | IllegalStateException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private static void print(ImportReport report) {
    report.faults().forEach(System.out::println);
    if (report.bad() > report.faults().size()) {
      System.out.printf("……以及另外 %d 处 (and more)%n", report.bad() - report.faults().size());
    }
    if (report.isGood()) {
      System.out.printf(
          "%s：%d 行，新增 %d，更新 %d，不变 %d%n",
          report.kind(), report.rows(), report.inserted(), report.updated(), report.unchanged());
    } else {
      System.out.printf(
          "%s：%d 行，%d 处有误，什么也没有写入 (nothing was written)%n",
          report.kind(), report.rows(), report.bad());
    }
    System.out.println("文件 SM3 " + report.sm3());
  }
}
