package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"m800.invalid/go/phonenumber"
)

func main() {
	configuration := phonenumber.NewConfiguration()
	configuration.Servers = phonenumber.ServerConfigurations{{URL: os.Getenv("M800_BASE_URL")}}
	ctx := context.WithValue(context.Background(), phonenumber.ContextAccessToken, "test-token")
	order := phonenumber.NewCreateOrderRequest(2)
	created, _, err := phonenumber.NewAPIClient(configuration).CountriesAPI.CreateOrder(ctx, "HKG").CreateOrderRequest(*order).Execute()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(created.Id)
}
