import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Prints how many checks each file was put to, and a line for each rule of PDF/UA-1 that it breaks. */
public final class Verapdf {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.fromString("ua1");
        for (String file : files) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
                 PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                System.out.println(result.getTotalAssertions() + " checks\t" + file);
                for (TestAssertion broken : result.getTestAssertions()) {
                    System.out.println(broken.getRuleId().getClause() + "-" + broken.getRuleId().getTestNumber() + "\t" + broken.getMessage()
                        + "\t" + broken.getLocation().getContext());
                }
            }
        }
    }
}
