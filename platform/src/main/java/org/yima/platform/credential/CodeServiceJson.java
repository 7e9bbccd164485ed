package org.yima.platform.credential;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yima.platform.credential.NationalService.Answer;
import org.yima.platform.credential.NationalService.Holder;
import org.yima.platform.credential.NationalService.NoAnswer;
import org.yima.platform.credential.NationalService.Question;
import org.yima.platform.person.IdNumber;
import org.yima.platform.person.PersonName;
import org.yima.protocol.spec.CodeTable;
import org.yima.protocol.spec.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of the national library, section 4.7; nothing that comes back is taken on trust. */
final class CodeServiceJson {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final CodeTable CODES = Spec.get().codes("ecerror");
  private static final int GOOD = 0;

  /** As wide as {@code ectoken} is in ST007; printable, since hospitals send it back. */
  private static final Pattern TOKEN = Pattern.compile("[!-~]{1,100}");

  private static final Pattern DISTRICT = Pattern.compile("[0-9]{6}");

  private CodeServiceJson() {}

  static byte[] question(Question question) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("orgId", question.orgId());
    data.put("businessType", question.businessType());
    data.put("operatorId", question.operatorId());
    data.put("operatorName", question.operatorName());
    data.put("officeId", question.officeId());
    data.put("officeName", question.officeName());
    data.put("deviceType", question.deviceType());
    data.put("ecQrCode", question.code());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("transType", "ec.query");
    all.put("orgId", question.orgId());
    all.put("data", data);
    return JSON.writeValueAsBytes(all);
  }

  /**
   * @throws NoAnswer if this is no JSON of that form, or a code that the interface does not know
   */
  static Answer answer(byte[] body) throws NoAnswer {
    JsonNode all = read(body);
    String code = all.path("code").asString("");
    if (CODES.find(code) == null) {
      throw new NoAnswer("no code that the interface knows");
    }
    int number = Integer.parseInt(code);
    return new Answer(
        number, number == GOOD ? Optional.of(holder(all.path("data"))) : Optional.empty());
  }

  private static JsonNode read(byte[] body) throws NoAnswer {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw new NoAnswer("no JSON");
    }
  }

  private static Holder holder(JsonNode data) throws NoAnswer {
    var id = new IdNumber(text(data, "idType"), text(data, "idNo"));
    var name = new PersonName(text(data, "userName"));
    String token = text(data, "ecToken");
    String district = text(data, "insuOrg");
    boolean whole = !id.value().isEmpty() && !name.value().isEmpty();
    if (!whole || !TOKEN.matcher(token).matches() || !DISTRICT.matcher(district).matches()) {
      throw new NoAnswer("an answer without a whole identity");
    }
    return new Holder(district, id, name, token);
  }

  private static String text(JsonNode data, String name) {
    return data.path(name).asString("").strip();
  }
}
