package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"sync"
	"time"

	"m800.invalid/go/phonenumber"
)

func main() {
	configuration := phonenumber.NewConfiguration()
	configuration.Servers = phonenumber.ServerConfigurations{{URL: os.Getenv("M800_BASE_URL")}}
	client := phonenumber.NewAuthenticatedClient(
		*configuration, os.Getenv("M800_SECURITY_TOKEN"), os.Getenv("M800_USERNAME"), os.Getenv("M800_PASSWORD"))
	seconds, _ := strconv.ParseFloat(os.Getenv("SECONDS"), 64)
	end := time.Now().Add(time.Duration(seconds * float64(time.Second)))

	var mutex sync.Mutex
	var group sync.WaitGroup
	outcomes := map[string]int{}
	for range 50 {
		group.Add(1)
		go func() {
			defer group.Done()
			for time.Now().Before(end) {
				outcome := "read"
				if _, _, err := client.CountriesAPI.ListCountries(context.Background()).Execute(); err != nil {
					outcome = err.Error()
				}
				mutex.Lock()
				outcomes[outcome]++
				mutex.Unlock()
				time.Sleep(200 * time.Millisecond)
			}
		}()
	}
	group.Wait()
	for outcome, count := range outcomes {
		fmt.Println(count, outcome)
	}
}
