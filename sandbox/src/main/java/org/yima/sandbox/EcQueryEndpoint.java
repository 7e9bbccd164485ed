package org.yima.sandbox;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yima.platform.Desk;
import org.yima.platform.credential.EcQuery;
import org.yima.platform.credential.EcQuery.Decoded;
import org.yima.platform.institution.AccessSystem;
import org.yima.platform.institution.Institution;
import org.yima.platform.institution.Registry;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.protocol.Element;

/**
 * Decoding as the national library speaks it: JSON, open to everybody who can reach it. The sandbox
 * alone has it; outside, decoding goes through the signed envelope.
 */
@RestController
final class EcQueryEndpoint {
  private static final AccessSystem LIBRARY = new AccessSystem("ec.query", "解码库");

  private final Desk desk;
  private final EcQuery transaction;
  private final Registry registry;
  private final InstantSource clock;

  EcQueryEndpoint(Desk desk, EcQuery transaction, Registry registry, InstantSource clock) {
    this.desk = desk;
    this.transaction = transaction;
    this.registry = registry;
    this.clock = clock;
  }

  /** {@code {"transType":"ec.query","orgId":…,"data":{…,"ecQrCode":…}}}. */
  record Query(@Nullable String transType, @Nullable String orgId, @Nullable Data data) {}

  record Data(
      @Nullable String orgId,
      @Nullable String businessType,
      @Nullable String operatorId,
      @Nullable String ecQrCode) {}

  @PostMapping("/ec/query")
  Map<String, Object> query(@RequestBody Query query) {
    Data data = query.data();
    if (data == null || !"ec.query".equals(query.transType())) {
      return answer(2001, "transType 应为 ec.query，且须有 data");
    }
    Optional<Institution> institution = registry.institution(text(query.orgId()));
    if (institution.isEmpty()) {
      return answer(1002, "定点机构未登记 institution not registered");
    }
    Element asked =
        Element.of(
            "transdata",
            List.of(
                Element.text("orgId", text(query.orgId())),
                Element.of(
                    "data",
                    List.of(
                        Element.text("businessType", text(data.businessType())),
                        Element.text("ecQrCode", text(data.ecQrCode()))))));
    var call = new Call(institution.get(), LIBRARY, clock.instant());
    Outcome<Decoded> outcome =
        desk.perform(transaction, Desk.Job.of(call, transaction.code(), asked));
    return switch (outcome) {
      case Outcome.Done<Decoded> done -> answer(done.answer());
      case Outcome.NotDone<Decoded> refused -> answer(-1, refused.refusal().sentence());
    };
  }

  private static Map<String, Object> answer(int code, String message) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("code", code);
    answer.put("message", message);
    return answer;
  }

  private static Map<String, Object> answer(Decoded decoded) {
    Map<String, Object> answer = answer(decoded.code(), decoded.message());
    decoded.holder().ifPresent(holder -> answer.put("data", holder.told()));
    return answer;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
