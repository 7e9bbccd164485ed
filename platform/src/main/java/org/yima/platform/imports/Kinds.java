package org.yima.platform.imports;

import static org.yima.platform.imports.CellType.date;
import static org.yima.platform.imports.CellType.flag;
import static org.yima.platform.imports.CellType.list;
import static org.yima.platform.imports.CellType.matching;
import static org.yima.platform.imports.CellType.oneOf;
import static org.yima.platform.imports.CellType.share;
import static org.yima.platform.imports.CellType.text;
import static org.yima.platform.imports.CellType.whole;
import static org.yima.platform.imports.CellType.yuan;
import static org.yima.platform.imports.Column.optional;
import static org.yima.platform.imports.Column.required;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yima.platform.institution.Institution;
import org.yima.securitypkg.PlatformSignatureKey;
import org.yima.settlement.Hospital;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Member;
import org.yima.settlement.Member.Scheme;

/** Every kind of file with its columns. A column of a table that can be loaded is a line here. */
@Component
public final class Kinds {
  private static final CellType DISTRICT = matching("[0-9]{6}", "六位统筹区代码");
  private static final CellType CODE = matching("[0-9A-Za-z._:/#@+*-]{1,64}", "不超过 64 位的代码");
  private static final CellType SEPARATOR = oneOf("|", ",", ";", "!", "~", "^", "$");
  private static final String[] PERSON = {"district", "person_no"};
  private static final String[] ITEM = {"district", "code"};

  /** Servers look at this number and read the registry again when it has moved. */
  private static final String REGISTRY_MOVED =
      "update registry_version set version = version + 1 where ?::bigint < ?::bigint";

  private final List<Kind> all;

  Kinds(PersonalData personalData) {
    all =
        List.of(
            districts(),
            institutions(),
            systems(),
            personalData.kind(DISTRICT, CODE),
            enrolments(),
            AccountFiles.credits(DISTRICT, CODE),
            AccountFiles.totals(DISTRICT, CODE),
            items(),
            diseases(),
            approvals(),
            itemApprovals(),
            filings());
  }

  /** What can be loaded, in the order in which an empty database wants it. */
  public List<String> names() {
    return all.stream().map(Kind::name).toList();
  }

  /**
   * @throws IllegalArgumentException naming all kinds
   */
  Kind named(String name) {
    return all.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "没有这种文件 " + name + "，可用 (known): " + String.join(" ", names())));
  }

  private static Kind districts() {
    Kind kind =
        Kind.of(
            "districts",
            "统筹区",
            "district",
            List.of("district"),
            required("district", "统筹区", DISTRICT),
            required("name", "名称", text(60)),
            optional("bill_days", "补结天数", whole(0, 366), "3"),
            optional("cycle_hours", "业务周期小时", whole(1, 240), "24"));
    return kind.merge(kind.upsert(Map.of()), REGISTRY_MOVED);
  }

  private static Kind institutions() {
    Kind kind =
        Kind.of(
                "institutions",
                "定点医药机构",
                "institution",
                List.of("hospcode"),
                required("hospcode", "定点代码", CODE),
                required("district", "统筹区", DISTRICT),
                required("merchantcode", "商户代码", CODE),
                required("name", "名称", text(120)),
                required("kind", "类别", oneOf(Institution.Kind.values())),
                required("level", "级别", whole(0, 3)),
                required("care", "机构性质", oneOf(Hospital.Kind.values())),
                optional("tier", "隶属", oneOf(Hospital.Tier.values()), "NONE"),
                optional("statement_separator", "对账文件分隔符", SEPARATOR, "|"),
                optional(
                    "callbacks", "通知地址", list("https?://[^\\s,{}\"]{1,200}", "http(s) 地址"), "{}"),
                optional("enabled", "启用", flag(), "t"))
            .needs("district", "没有这个统筹区", "district")
            .check(
                "商户代码属于另一个机构",
                """
                select i.line from incoming i where exists (select from institution o
                  where o.merchantcode = i.merchantcode and o.hospcode <> i.hospcode)
                """)
            .check(
                "商户代码与前面的行重复",
                """
                select line from (select line, row_number() over (partition by merchantcode
                  order by line) as nth from incoming) i where nth > 1
                """);
    return kind.merge(kind.upsert(Map.of()), REGISTRY_MOVED);
  }

  private static Kind systems() {
    Kind kind =
        Kind.of(
                "systems",
                "接入信息系统",
                "access_system",
                List.of("infosyscode"),
                required("infosyscode", "接入信息系统代码", CODE),
                required("hospcode", "定点代码", CODE),
                required("name", "名称", text(120)),
                required("suites", "密码套件", list("SM|RSA|LEGACY", "SM、RSA 或 LEGACY")),
                optional("plain_allowed", "允许明文签名", flag(), "f"),
                optional("legacy_signs_hex", "LEGACY 签十六进制摘要", flag(), "f"),
                optional("signature_key", "平台签名字段名", signatureKeys(), "pltfmsignature"),
                optional("enabled", "启用", flag(), "t"))
            .needs("institution", "没有这个定点医药机构", "hospcode");
    return kind.merge(kind.upsert(Map.of()), REGISTRY_MOVED);
  }

  private static CellType signatureKeys() {
    return oneOf(
        java.util.Arrays.stream(PlatformSignatureKey.values())
            .map(key -> key.name().toLowerCase(java.util.Locale.ROOT))
            .toArray(String[]::new));
  }

  private static Kind enrolments() {
    Kind kind =
        Kind.of(
                "enrolments",
                "参保登记（按时段）",
                "enrolment",
                List.of("district", "person_no", "valid_from"),
                required("district", "统筹区", DISTRICT),
                required("person_no", "个人编号", CODE),
                required("valid_from", "开始日期", date()),
                optional("valid_to", "结束日期", date()),
                required("scheme", "险种", oneOf(Scheme.values())),
                optional("retired", "退休", flag(), "f"),
                optional("frozen", "封锁", flag(), "f"),
                optional("person_group", "人员类别", oneOf(Member.Group.values()), "GENERAL"),
                optional("assistance", "救助对象", oneOf(Member.Assistance.values()), "NONE"),
                optional("civil_servant", "公务员", flag(), "f"),
                optional("special_care", "优抚对象", flag(), "f"),
                optional("enterprise", "企业补充", flag(), "f"))
            .needs("person", "没有这个参保人", PERSON)
            .check("结束日期早于开始日期", "select line from incoming i where valid_to < valid_from")
            .withoutOverlap("与同一人的另一时段重叠", PERSON);
    return kind.merge(kind.upsert(Map.of()));
  }

  private static Kind items() {
    Kind kind =
        Kind.of(
                "items",
                "收费项目目录",
                "item",
                List.of("district", "code", "valid_from"),
                required("district", "统筹区", DISTRICT),
                required("code", "项目代码", CODE),
                required("valid_from", "开始日期", date()),
                optional("valid_to", "结束日期", date()),
                required("name", "名称", text(200)),
                required("class", "等级（1 甲 2 乙 3 自费 4 特检特治）", oneOf("1", "2", "3", "4")),
                optional("upfront_ratio", "先自付比例", share(), "0"),
                optional("ceiling_price", "限价（元）", yuan()),
                optional("herb", "中草药", flag(), "f"),
                optional("needs_approval", "须审批", flag(), "f"))
            .needs("district", "没有这个统筹区", "district")
            .check("结束日期早于开始日期", "select line from incoming i where valid_to < valid_from")
            .check("限价应大于零", "select line from incoming i where ceiling_price = 0")
            .withoutOverlap("与同一项目的另一时段重叠", ITEM);
    return kind.merge(versioned("item", kind));
  }

  private static Kind diseases() {
    Kind kind =
        Kind.of(
                "diseases",
                "疾病目录（ka19）",
                "disease",
                List.of("district", "code"),
                required("district", "统筹区", DISTRICT),
                required("code", "疾病代码", CODE),
                required("name", "名称", text(200)),
                optional("categories", "病种类别", list("[0-9A-Za-z._-]{1,32}", "代码"), "{}"),
                required("valid_from", "开始日期", date()),
                optional("valid_to", "结束日期", date()))
            .needs("district", "没有这个统筹区", "district")
            .check("结束日期早于开始日期", "select line from incoming i where valid_to < valid_from");
    return kind.merge(versioned("disease", kind));
  }

  /** The version's row is locked until the commit, so versions become visible in their order. */
  private static String[] versioned(String catalogue, Kind kind) {
    String version =
        "(select v.version from catalogue_version v where v.district = i.district"
            + " and v.catalogue = '"
            + catalogue
            + "')";
    return new String[] {
      """
      insert into catalogue_version as v (district, catalogue, version)
      select distinct district, '%s', 1 from incoming where line > ? and line <= ? order by district
      on conflict (district, catalogue) do update set version = v.version + 1
      """
          .formatted(catalogue),
      kind.upsert(Map.of("version", version))
    };
  }

  private static Kind approvals() {
    return heldOfPerson(
        Kind.of(
            "approvals",
            "慢特病审批",
            "approval",
            List.of("district", "person_no", "medical_type", "disease_code", "valid_from"),
            required("district", "统筹区", DISTRICT),
            required("person_no", "个人编号", CODE),
            required("medical_type", "医疗类别", oneOf(MedicalType.values())),
            required("disease_code", "疾病代码", CODE),
            required("valid_from", "开始日期", date()),
            required("valid_to", "结束日期", date())));
  }

  private static Kind itemApprovals() {
    return heldOfPerson(
        Kind.of(
            "item-approvals",
            "项目审批",
            "item_approval",
            List.of("district", "person_no", "approval_no", "item_code"),
            required("district", "统筹区", DISTRICT),
            required("person_no", "个人编号", CODE),
            required("approval_no", "审批编号", CODE),
            required("item_code", "项目代码", CODE),
            required("valid_from", "开始日期", date()),
            required("valid_to", "结束日期", date())));
  }

  private static Kind filings() {
    return heldOfPerson(
        Kind.of(
            "filings",
            "异地就医备案",
            "filing",
            List.of("district", "person_no", "kind", "valid_from", "place"),
            required("district", "统筹区", DISTRICT),
            required("person_no", "个人编号", CODE),
            required("kind", "备案类型", oneOf("RESIDING", "REFERRED", "EMERGENCY")),
            required("valid_from", "开始日期", date()),
            optional("valid_to", "结束日期", date()),
            optional("place", "就医地（区划代码前缀）", matching("[0-9]{1,6}", "一至六位数字"), "")));
  }

  /** What a person has from one day to another: they are known, and the days are in order. */
  private static Kind heldOfPerson(Kind rows) {
    Kind kind =
        rows.needs("person", "没有这个参保人", PERSON)
            .check("结束日期早于开始日期", "select line from incoming i where valid_to < valid_from");
    return kind.merge(kind.upsert(Map.of()));
  }
}
