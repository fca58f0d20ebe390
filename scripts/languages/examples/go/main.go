// Lists the available countries, with a token that it fetches itself.
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
	client := phonenumber.NewAPIClient(configuration)

	request := phonenumber.NewTokenRequest(os.Getenv("M800_USERNAME"))
	if password, ok := os.LookupEnv("M800_PASSWORD"); ok {
		request.SetPassword(password)
	}
	withKey := phonenumber.WithAPIKey(context.Background(), "m800Auth", os.Getenv("M800_SECURITY_TOKEN"))
	token, _, err := client.AuthenticationAPI.CreateToken(withKey).TokenRequest(*request).Execute()
	if err != nil {
		log.Fatal(err)
	}

	withToken := context.WithValue(context.Background(), phonenumber.ContextAccessToken, token.AccessToken)
	list, _, err := client.CountriesAPI.ListCountries(withToken).Execute()
	if err != nil {
		log.Fatal(err)
	}
	for _, country := range list.Countries {
		fmt.Println(country.Code, country.Name, "+"+country.Prefix)
	}
}
