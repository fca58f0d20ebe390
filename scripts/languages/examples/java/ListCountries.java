import com.m800.phonenumber.AuthenticatedClient;
import com.m800.phonenumber.api.CountriesApi;

/** Lists the available countries. */
public class ListCountries {
  public static void main(String[] args) throws Exception {
    var client = AuthenticatedClient.create(
        System.getenv("M800_BASE_URL"),
        System.getenv("M800_SECURITY_TOKEN"),
        System.getenv("M800_USERNAME"),
        System.getenv("M800_PASSWORD"));
    for (var country : new CountriesApi(client).listCountries().getCountries()) {
      System.out.println(country.getCode() + " " + country.getName() + " +" + country.getPrefix());
    }
  }
}
