import com.m800.phonenumber.AuthenticatedClient;
import com.m800.phonenumber.api.CountriesApi;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentHashMap;

public class Storm {
  public static void main(String[] args) throws Exception {
    var client = AuthenticatedClient.create(
        System.getenv("M800_BASE_URL"), System.getenv("M800_SECURITY_TOKEN"), System.getenv("M800_USERNAME"), System.getenv("M800_PASSWORD"));
    var end = System.nanoTime() + (long) (Double.parseDouble(System.getenv("SECONDS")) * 1e9);
    var outcomes = new ConcurrentHashMap<String, Integer>();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 50; i++) {
      var thread = new Thread(() -> {
        while (System.nanoTime() < end) {
          String outcome = "read";
          try {
            new CountriesApi(client).listCountries();
          } catch (Exception e) {
            outcome = e.toString();
          }
          outcomes.merge(outcome, 1, Integer::sum);
          try {
            Thread.sleep(200);
          } catch (InterruptedException e) {
            return;
          }
        }
      });
      thread.start();
      threads.add(thread);
    }
    for (var thread : threads) thread.join();
    outcomes.forEach((outcome, count) -> System.out.println(count + " " + outcome));
    System.exit(0);
  }
}
