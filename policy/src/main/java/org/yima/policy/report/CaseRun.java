package org.yima.policy.report;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yima.policy.CaseFile;
import org.yima.policy.PolicyException;
import org.yima.policy.PolicyFolder;
import org.yima.policy.WorkedCase;

/**
 * Case files, each settled by the policies that it is about.
 *
 * @param errors what kept cases from being settled, each with what to do
 */
public record CaseRun(List<CaseReport> cases, List<String> errors) {

  public CaseRun {
    cases = List.copyOf(cases);
    errors = List.copyOf(errors);
  }

  /**
   * Settles every case of the files. Without a choice, a file in {@code X/cases} is settled by the
   * policies in {@code X}, and any other file by those that ship with the product.
   *
   * @param policies a folder of policies or a single one, for all files; null: no choice
   */
  public static CaseRun of(List<Path> files, @Nullable Path policies) {
    var run = new Running(policies);
    files.forEach(run::settle);
    return new CaseRun(run.cases, run.errors);
  }

  /** Collects what comes out; a folder is read once, and its faults are told once. */
  private static final class Running {

    private final List<CaseReport> cases = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final @Nullable Path chosen;
    private final Map<Optional<Path>, PolicyFolder> folders = new HashMap<>();

    Running(@Nullable Path chosen) {
      this.chosen = chosen;
    }

    void settle(Path path) {
      Optional<Path> place = chosen == null ? PolicyFolder.around(path) : Optional.of(chosen);
      try {
        PolicyFolder policies = folders.computeIfAbsent(place, this::read);
        // With one of its files missing, a folder could settle by rules that no longer hold.
        if (policies.errors().isEmpty()) {
          settle(CaseFile.readable(path, path.toString()), policies, place);
        }
      } catch (PolicyException e) {
        errors.add(e.getMessage());
      } catch (UncheckedIOException e) {
        errors.add(e.getMessage());
      }
    }

    private PolicyFolder read(Optional<Path> place) {
      PolicyFolder read = place.map(PolicyFolder::policiesOf).orElseGet(PolicyFolder::bundled);
      read.errors().forEach(error -> errors.add(error.getMessage()));
      return read;
    }

    private void settle(CaseFile file, PolicyFolder policies, Optional<Path> place) {
      file.errors().forEach(error -> errors.add(error.getMessage()));
      for (WorkedCase worked : file.cases()) {
        try {
          add(CaseReport.of(file, worked, policies.book()), place);
        } catch (PolicyException e) {
          e.lines().forEach(errors::add);
        }
      }
    }

    private void add(CaseReport report, Optional<Path> place) {
      cases.add(report);
      if (report.policy() == null && !report.passed()) {
        errors.add(noPolicy(report, place));
      }
    }

    private static String noPolicy(CaseReport report, Optional<Path> place) {
      String looked = place.map(Path::toString).orElse("随软件提供的政策 (those that ship)");
      return ("%s:%d: %s，查找的是 %s；请检查统筹区、险种和日期，把算例放进政策旁的 cases 文件夹，或用 --policies 指明政策"
              + " / no policy for this case in %s; check district, scheme and date, put the case into"
              + " the folder 'cases' beside its policy, or name the policies with --policies")
          .formatted(report.file(), report.line(), report.refusal(), looked, looked);
    }
  }

  /** Whether every case could be settled and came out as it expects. */
  public boolean passed() {
    return errors.isEmpty() && cases.stream().allMatch(CaseReport::passed);
  }

  /** For people; without the errors. */
  public String text() {
    var out = new StringBuilder();
    cases.forEach(report -> out.append(report.text()).append('\n'));
    if (cases.size() > 1) {
      long passed = cases.stream().filter(CaseReport::passed).count();
      out.append(
          "%d 个算例，%d 个符合预期 %d cases, %d as expected\n"
              .formatted(cases.size(), passed, cases.size(), passed));
    }
    return out.toString();
  }
}
