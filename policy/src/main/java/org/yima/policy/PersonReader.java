package org.yima.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Member;
import org.yima.settlement.Standing;
import org.yima.settlement.Treated;

/** Reads the person of a case. */
final class PersonReader {

  private static final List<Treated> FILED =
      List.of(Treated.RESIDING, Treated.REFERRED, Treated.EMERGENCY);

  private final Member.Scheme scheme;

  PersonReader(Member.Scheme scheme) {
    this.scheme = scheme;
  }

  Member read(Entry entry) {
    var keys =
        entry.keys(
            "employment",
            "age",
            "group",
            "assistance",
            "civil-servant",
            "special-care",
            "enterprise",
            "retired-on",
            "enrolled",
            "approvals",
            "filings");
    return new Member(
        scheme,
        employment(keys),
        age(keys.need("age")),
        standing(keys),
        keys.has("enrolled")
            ? keys.items("enrolled").stream().map(PersonReader::period).toList()
            : Member.ALWAYS,
        keys.items("approvals").stream().map(PersonReader::approval).toList(),
        keys.items("filings").stream().map(PersonReader::filing).toList());
  }

  private static Standing standing(Entry.Keys keys) {
    Entry retired = keys.find("retired-on");
    return new Standing(
        keys.oneOf("group", Member.Group.class, Member.Group.GENERAL),
        keys.oneOf("assistance", Member.Assistance.class, Member.Assistance.NONE),
        keys.yes("civil-servant"),
        keys.yes("special-care"),
        keys.yes("enterprise"),
        retired == null ? null : retired.date());
  }

  private Member.Employment employment(Entry.Keys keys) {
    if (scheme == Member.Scheme.RESIDENT && !keys.has("employment")) {
      return Member.Employment.NONE;
    }
    Entry entry = keys.need("employment");
    var employment = entry.oneOf(Member.Employment.class);
    if ((scheme == Member.Scheme.RESIDENT) != (employment == Member.Employment.NONE)) {
      throw entry.fail(
          "居民没有在职、退休之分，职工必须注明", "residents have no employment, employees are active or retired");
    }
    return employment;
  }

  private static int age(Entry entry) {
    if (!entry.text().matches("[0-9]{1,3}")) {
      throw entry.bad("年龄是整数", "an age is a whole number");
    }
    return Integer.parseInt(entry.text());
  }

  private static Member.Period period(Entry entry) {
    var keys = entry.keys("from", "until", "frozen");
    return new Member.Period(keys.need("from").date(), until(keys), keys.yes("frozen"));
  }

  private static Member.Approval approval(Entry entry) {
    var keys = entry.keys("type", "disease", "from", "until");
    @Nullable LocalDate until = until(keys);
    return new Member.Approval(
        keys.need("type").oneOf(MedicalType.class),
        keys.need("disease").text(),
        keys.need("from").date(),
        until == null ? LocalDate.MAX : until);
  }

  private static Member.Filing filing(Entry entry) {
    var keys = entry.keys("kind", "from", "until", "place");
    Entry place = keys.find("place");
    return new Member.Filing(
        keys.need("kind").oneOf(FILED, Words::of),
        keys.need("from").date(),
        until(keys),
        place == null ? "" : place.text());
  }

  private static @Nullable LocalDate until(Entry.Keys keys) {
    Entry until = keys.find("until");
    return until == null ? null : until.date();
  }
}
