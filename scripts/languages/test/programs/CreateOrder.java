import com.m800.phonenumber.ApiClient;
import com.m800.phonenumber.api.CountriesApi;
import com.m800.phonenumber.model.CreateOrderRequest;

public class CreateOrder {
  public static void main(String[] args) throws Exception {
    var client = new ApiClient().setBasePath(System.getenv("M800_BASE_URL"));
    client.setBearerToken("test-token");
    System.out.println(new CountriesApi(client).createOrder("HKG", new CreateOrderRequest().quantity(2)).getId());
  }
}
