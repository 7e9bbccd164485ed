package org.yima.platform.credential;

import java.util.Objects;
import java.util.Optional;
import org.yima.platform.person.IdNumber;
import org.yima.platform.person.PersonName;
import org.yima.protocol.Element;

/**
 * The national code service, which is someone else's: asked over a network, and therefore before a
 * database transaction begins. Where there is none, the built-in service decodes, inside the
 * transaction.
 */
interface NationalService {
  /**
   * Has a code decoded. Decoding uses the code up, so it is asked once.
   *
   * @throws NoAnswer if there was no usable answer in time; the code may have been used up
   */
  Answer decode(Question question) throws NoAnswer;

  /** What is sent along with a code, under the names of the national library. */
  record Question(
      String orgId,
      String businessType,
      String operatorId,
      String operatorName,
      String officeId,
      String officeName,
      String deviceType,
      String code) {
    /** From the checked fields of ec.query. */
    static Question of(Element transdata) {
      Element data = Objects.requireNonNull(transdata.child("data"), "data was checked");
      return new Question(
          transdata.textOf("orgId"),
          data.textOf("businessType"),
          data.textOf("operatorId"),
          data.textOf("operatorName"),
          data.textOf("officeId"),
          data.textOf("officeName"),
          data.textOf("deviceType"),
          data.textOf("ecQrCode"));
    }

    @Override
    public String toString() {
      return "ec.query " + businessType;
    }
  }

  /**
   * What the service says.
   *
   * @param code 0, or one of {@code spec/codes/ecerror.tsv}
   * @param holder there if and only if the code is 0
   */
  record Answer(int code, Optional<Holder> holder) {}

  /** Whose code it was, and the token it became. */
  record Holder(String district, IdNumber id, PersonName name, String token) {
    @Override
    public String toString() {
      return name.toString();
    }
  }

  /** The service was silent, or what it sent is no answer. */
  final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param why without anything of the question or the answer
     */
    NoAnswer(String why) {
      super(why, null, false, false);
    }
  }
}
