package org.yima.policy.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yima.policy.CaseFile;
import org.yima.policy.PolicyException;
import org.yima.policy.PolicyFile;
import org.yima.policy.PolicyFolder;
import org.yima.policy.WorkedCase;
import org.yima.policy.report.CaseReport.Check;

/**
 * What a check of a folder found.
 *
 * @param policies how many policy files could be read
 * @param figures how many dated figures these state
 * @param cases how many cases were settled
 * @param errors each with file, line and remedy
 * @param failures cases that did not come out as they expect
 * @param notRun for each file with cases that were not settled, how many and why
 * @param warnings what is no fault but leaves something untried
 */
public record FolderCheck(
    int policies,
    int figures,
    int cases,
    List<String> errors,
    List<Failure> failures,
    List<String> notRun,
    List<String> warnings) {

  /** A case that failed, and in what. */
  public record Failure(String file, int line, String name, List<Check> checks) {

    public Failure {
      checks = List.copyOf(checks);
    }
  }

  public FolderCheck {
    errors = List.copyOf(errors);
    failures = List.copyOf(failures);
    notRun = List.copyOf(notRun);
    warnings = List.copyOf(warnings);
  }

  /**
   * Settles every case of a folder.
   *
   * @param passedOver files that were not read and look as if they should have been
   */
  public static FolderCheck of(PolicyFolder folder, List<String> passedOver) {
    var checking = new Checking(folder);
    folder.cases().forEach(checking::settle);
    return new FolderCheck(
        folder.policies().size(),
        folder.policies().stream().mapToInt(PolicyFile::figures).sum(),
        checking.cases,
        checking.errors,
        checking.failures,
        checking.notRun,
        warnings(folder, passedOver));
  }

  /** Collects what comes out of the cases. */
  private static final class Checking {

    private final PolicyFolder folder;
    private final List<String> errors = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<String> notRun = new ArrayList<>();
    private int cases;

    Checking(PolicyFolder folder) {
      this.folder = folder;
      folder.errors().forEach(error -> error.lines().forEach(errors::add));
    }

    /** A case whose policy has a fault would fail for a reason that is not its own. */
    void settle(CaseFile file) {
      Set<String> hindering = new TreeSet<>();
      int hindered = 0;
      for (WorkedCase worked : file.cases()) {
        List<String> policies = folder.hindering(file, worked);
        if (policies.isEmpty()) {
          settle(file, worked);
        } else {
          hindering.addAll(policies);
          hindered++;
        }
      }
      if (hindered > 0) {
        notRun.add(notRun(file, hindered, String.join(", ", hindering)));
      }
    }

    private void settle(CaseFile file, WorkedCase worked) {
      cases++;
      try {
        var report = CaseReport.of(file, worked, folder.book());
        if (!report.passed()) {
          failures.add(failure(report));
        }
      } catch (PolicyException e) {
        e.lines().forEach(errors::add);
      }
    }
  }

  private static String notRun(CaseFile file, int cases, String policies) {
    return "%s: %d 个算例没有运行，因为 %s %s的政策有错误；请先改正 %s / not run: first mend that"
        .formatted(file.name(), cases, file.district(), Sketch.scheme(file.scheme()), policies);
  }

  /** Where nothing was settled, that alone is told: every amount would be wrong. */
  private static Failure failure(CaseReport report) {
    List<Check> failed = report.checks().stream().filter(check -> !check.passed()).toList();
    boolean asked = failed.stream().anyMatch(check -> check.field().equals("decision"));
    return new Failure(
        report.file(),
        report.line(),
        report.name(),
        report.settled() || asked
            ? failed
            : List.of(
                new Check(
                    "decision", "settled", report.decision() + "：" + report.refusal(), false)));
  }

  private static List<String> warnings(PolicyFolder folder, List<String> passedOver) {
    var warnings = new ArrayList<String>();
    for (PolicyFile policy : folder.policies()) {
      boolean tried = folder.cases().stream().anyMatch(file -> tries(file, policy, folder));
      if (!tried && !folder.hasUnreadCases(policy)) {
        warnings.add(
            policy.name() + ": 没有算例用到这项政策；请在旁边的 cases 文件夹里写算例 / no case tries this policy");
      }
    }
    for (CaseFile file : folder.cases()) {
      if (isWithoutPolicy(file, folder)) {
        warnings.add(file.name() + ": 没有这些算例的政策；请检查统筹区、险种和日期 / no policy is for these cases");
      }
    }
    for (String name : passedOver) {
      warnings.add(name + ": 文件名以 .yml 结尾，没有读取；请改为 .yaml / not read: name it .yaml");
    }
    return warnings;
  }

  /**
   * Where a policy may be missing only because it has a fault, the fault is what there is to say.
   */
  private static boolean isWithoutPolicy(CaseFile file, PolicyFolder folder) {
    return !file.cases().isEmpty()
        && file.cases().stream().allMatch(worked -> folder.hindering(file, worked).isEmpty())
        && folder.policies().stream().noneMatch(policy -> tries(file, policy, folder));
  }

  private static boolean tries(CaseFile file, PolicyFile policy, PolicyFolder folder) {
    return file.cases().stream().anyMatch(worked -> tries(worked, policy, folder));
  }

  private static boolean tries(WorkedCase worked, PolicyFile policy, PolicyFolder folder) {
    return worked.policy(folder.book()).filter(policy.policies()::containsValue).isPresent();
  }

  /** A folder without a policy has nothing that could be right. */
  public boolean passed() {
    return policies > 0 && errors.isEmpty() && failures.isEmpty();
  }

  /** For people. */
  public String text() {
    var out = new StringBuilder();
    part(out, "错误 errors", errors);
    if (!failures.isEmpty()) {
      out.append("未通过的算例 cases that failed\n");
      for (Failure failure : failures) {
        out.append("  %s:%d %s\n".formatted(failure.file(), failure.line(), failure.name()));
        out.append(CaseText.failures("      ", failure.checks()));
      }
    }
    part(out, "没有运行的算例 cases not run", notRun);
    part(out, "提醒 warnings", warnings);
    out.append(passed() ? "✓ " : "✗ ");
    out.append(
        "%d 个政策文件，%d 项标准，%d 个算例：%d 处错误，%d 个算例未通过\n"
            .formatted(policies, figures, cases, errors.size(), failures.size()));
    out.append(
        "  %d policy files, %d figures, %d cases: %d errors, %d cases failed\n"
            .formatted(policies, figures, cases, errors.size(), failures.size()));
    return out.toString();
  }

  private static void part(StringBuilder out, String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      out.append(heading).append('\n');
      lines.forEach(line -> out.append("  ").append(line).append('\n'));
    }
  }
}
