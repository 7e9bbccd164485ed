package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yima.protocol.Form;
import org.yima.sandbox.Ward.Line;
import org.yima.sandbox.Ward.Patient;

/**
 * What each transaction answers to a stay in each state: {@code spec/admission-answers.tsv}, line
 * by line, through the real interface. {@code docs/reference/orders.md} prints the same lines.
 */
@ExtendWith(Scene.Shared.class)
class AdmissionAnswersTest {
  private static final Path TABLE = Path.of("..", "spec", "admission-answers.tsv");
  private static final Line FIRST = new Line("R1", "1", "900.00");

  /** One line: the stay's state, what is sent, and {@code 00}, a reason or a state. */
  record Row(String state, String transaction, String answer) {
    @Override
    public String toString() {
      return state + ", " + transaction + " → " + answer;
    }
  }

  static Stream<Row> rows() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(cells -> new Row(cells[0], cells[1], cells[2]));
  }

  @Test
  void theTableIsWhole() throws IOException {
    assertThat(rows().map(row -> row.state() + row.transaction()).distinct().toList())
        .hasSize(8 * 8)
        .hasSize((int) rows().count());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void theAnswerIsThatOfTheTable(Row row, Scene scene) {
    Ward ward = new Ward(scene.hospital(), scene.hospital().signIn("AA", "0"));
    assertThat(send(row.transaction(), bring(row.state(), ward, scene), ward))
        .isEqualTo(row.answer());
  }

  /**
   * A stay with what is pending of it.
   *
   * @param pending yuan that are charged and not settled
   * @param promise the last pre-settlement by ST023's number
   */
  private record Stay(Patient patient, String pending, @Nullable Form promise, boolean used) {
    Stay(Patient patient, String pending) {
      this(patient, pending, null, false);
    }
  }

  private static Stay bring(String state, Ward ward, Scene scene) {
    if (state.equals("none")) {
      return new Stay(new Patient(Hospital.person("在职职工"), Scene.number(), "NONE", "none"), "0.00");
    }
    Patient patient = ward.admit(scene.newcomer("0.00"));
    return switch (state) {
      case "open" -> new Stay(patient, "0.00");
      case "withdrawn" -> {
        ward.withdraw(patient);
        yield new Stay(patient, "0.00", null, true);
      }
      default -> charged(state, ward, patient);
    };
  }

  private static Stay charged(String state, Ward ward, Patient patient) {
    ward.charge(patient, List.of(FIRST));
    return switch (state) {
      case "charged" -> new Stay(patient, "900.00");
      case "presettled" -> new Stay(patient, "900.00", ward.presettle(patient, "900.00"), false);
      case "part" -> inPart(ward, patient);
      default -> settled(state, ward, patient);
    };
  }

  private static Stay inPart(Ward ward, Patient patient) {
    Form part =
        ward.call(
            "ST034",
            patient,
            Map.of("akc264", "900.00", "endtime", "2026-03-10", "orderid", Scene.number()));
    Paid.of(ward.settle(patient, part));
    ward.charge(patient, List.of(new Line("R2", "1", "7.00")));
    return new Stay(patient, "7.00");
  }

  private static Stay settled(String state, Ward ward, Patient patient) {
    Form promise = ward.presettle(patient, "900.00");
    Paid.of(ward.settle(patient, promise));
    boolean cancelled = state.equals("cancelled");
    if (cancelled) {
      new Steps(ward.at(), ward.cycle()).cancel(patient.order());
    }
    return new Stay(patient, cancelled ? "900.00" : "0.00", promise, true);
  }

  private static String send(String transaction, Stay stay, Ward ward) {
    Patient patient = stay.patient();
    return switch (transaction) {
      case "ST031" -> Hospital.outcome(ward.charge(patient, List.of(new Line("R9", "1", "1.00"))));
      case "ST032" ->
          Hospital.outcome(ward.call("ST032", patient, Map.of("cancelno", Scene.number())));
      case "ST033" ->
          Hospital.outcome(
              ward.call("ST033", patient, Map.of("updateflag", "0100000000", "deptname", "外科")));
      case "ST034" -> Hospital.outcome(ward.call("ST034", patient, presettling(stay)));
      case "ST022" -> Hospital.outcome(settle(stay, ward));
      case "ST024" -> Hospital.outcome(ward.withdraw(patient));
      case "ST100" -> Hospital.outcome(new Steps(ward.at(), ward.cycle()).cancel(patient.order()));
      default -> shown(ward.call("ST036", patient, Map.of()));
    };
  }

  /** A number that is used up cannot be pre-settled again; another can. */
  private static Map<String, String> presettling(Stay stay) {
    Map<String, String> fields = new HashMap<>(Map.of("akc264", stay.pending()));
    if (stay.used()) {
      fields.put("orderid", Scene.number());
    }
    return fields;
  }

  private static Form settle(Stay stay, Ward ward) {
    if (stay.promise() != null) {
      return ward.settle(stay.patient(), stay.promise());
    }
    Map<String, String> fields = new HashMap<>(ward.at().scan(stay.patient().who()));
    fields.put("orderid", stay.patient().order());
    fields.put("ordervalidcode", stay.patient().validCode());
    fields.put("busicycleno", ward.cycle());
    fields.put("akc264", stay.pending());
    fields.put("akc255", "0.00");
    return ward.at().call("ST022", Hospital.xml(fields));
  }

  private static String shown(Form reply) {
    String outcome = Hospital.outcome(reply);
    return outcome.equals("00") ? Objects.requireNonNull(reply.get("admissionstate")) : outcome;
  }
}
