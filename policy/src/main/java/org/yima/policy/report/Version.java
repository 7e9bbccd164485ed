package org.yima.policy.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.yima.policy.PolicyFile;
import org.yima.policy.PolicyFolder;
import org.yima.policy.WorkedCase;
import org.yima.settlement.Bill;
import org.yima.settlement.Member;
import org.yima.settlement.Policy;
import org.yima.settlement.Visit;

/** One side of a comparison: which of its policies a case would be settled by. */
final class Version {

  private final List<PolicyFile> files;

  Version(PolicyFolder folder) {
    this.files = folder.policies();
  }

  /**
   * A policy, the visit as it would be under it, and what had to be assumed for that.
   *
   * @param notes empty: the case is settled as it stands
   */
  record Choice(Policy policy, Visit visit, List<String> notes) {}

  /** Empty: there is no policy for the case, or several of other districts to choose from. */
  Optional<Choice> choose(WorkedCase worked) {
    Member.Scheme scheme = worked.visit().member().scheme();
    List<PolicyFile> own = those(file -> isFor(file, worked.district(), scheme));
    if (own.isEmpty()) {
      own = those(file -> file.any().scheme() == scheme);
    }
    if (own.isEmpty()) {
      own = files;
    }
    return areForOne(own) ? Optional.of(choose(worked, own)) : Optional.empty();
  }

  private List<PolicyFile> those(Predicate<PolicyFile> wanted) {
    return files.stream().filter(wanted).toList();
  }

  private static boolean isFor(PolicyFile file, String district, Member.Scheme scheme) {
    return file.any().district().equals(district) && file.any().scheme() == scheme;
  }

  private static boolean areForOne(List<PolicyFile> files) {
    return files.stream()
            .map(file -> file.any().district() + Reading.word(file.any().scheme()))
            .distinct()
            .count()
        == 1;
  }

  private static Choice choose(WorkedCase worked, List<PolicyFile> own) {
    Bill bill = worked.visit().bill();
    var notes = new ArrayList<String>();
    LocalDate day = on(own, bill.date()).judged(bill).date();
    Policy policy = on(own, day);
    if (own.stream().allMatch(file -> file.from().isAfter(day))) {
      notes.add("政策自 " + first(own).from() + " 起，按首日的标准计算");
    }
    if (!policy.district().equals(worked.district())) {
      notes.add("按 " + policy.district() + " 的政策计算");
    }
    return new Choice(policy, under(policy.scheme(), worked.visit(), notes), List.copyOf(notes));
  }

  /** The policy of a day; before the first file that of its first day. */
  private static Policy on(List<PolicyFile> own, LocalDate day) {
    PolicyFile file =
        own.stream()
            .filter(each -> !each.from().isAfter(day))
            .max(Comparator.comparing(PolicyFile::from))
            .orElseGet(() -> first(own));
    var found = file.policies().floorEntry(day);
    return (found == null ? file.policies().firstEntry() : found).getValue();
  }

  private static PolicyFile first(List<PolicyFile> own) {
    return own.stream().min(Comparator.comparing(PolicyFile::from)).orElseThrow();
  }

  /** The same person in another scheme; of a resident it is not known what the job would be. */
  private static Visit under(Member.Scheme scheme, Visit visit, List<String> notes) {
    Member member = visit.member();
    if (member.scheme() == scheme) {
      return visit;
    }
    boolean resident = scheme == Member.Scheme.RESIDENT;
    notes.add(resident ? "按居民计算" : "按在职职工计算");
    var changed =
        new Member(
            scheme,
            resident ? Member.Employment.NONE : Member.Employment.ACTIVE,
            member.age(),
            member.standing(),
            member.enrolled(),
            member.approvals(),
            member.filings());
    return new Visit(visit.bill(), changed, visit.year(), visit.account(), visit.sameVisit());
  }
}
