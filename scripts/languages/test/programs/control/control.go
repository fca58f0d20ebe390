package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"

	"m800.invalid/go/mockcontrol"
)

func must[T any](value T, _ *http.Response, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func done(_ *http.Response, err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func statusOf(url string) int {
	response, err := http.Get(url)
	if err != nil {
		log.Fatal(err)
	}
	response.Body.Close()
	return response.StatusCode
}

func tellRefusal(err error) {
	var refused *mockcontrol.GenericOpenAPIError
	if !errors.As(err, &refused) {
		log.Fatal(err)
	}
	var problem mockcontrol.Problem
	if err := json.Unmarshal(refused.Body(), &problem); err != nil {
		log.Fatal(err)
	}
	fmt.Println(problem.Message)
}

func main() {
	operation := os.Getenv("OPERATION")
	configuration := mockcontrol.NewConfiguration()
	configuration.Servers = mockcontrol.ServerConfigurations{{URL: os.Getenv("CONTROL_URL")}}
	ctx := context.WithValue(context.Background(), mockcontrol.ContextAccessToken, os.Getenv("CONTROL_SECRET"))
	client := mockcontrol.NewAPIClient(configuration)
	mocks, controls := client.MocksAPI, client.ControlsAPI

	options := mockcontrol.NewMockOptions()
	options.SetTokenLifetimeSeconds(5)
	mine := must(mocks.CreateMock(ctx).MockOptions(*options).Execute())
	url := mine.BaseUrl + os.Getenv("OPERATION_PATH")
	fault := mockcontrol.NewFault("status")
	fault.SetStatus(503)
	fault.SetOperation(operation)
	added := must(controls.AddFault(ctx, mine.Mock).Fault(*fault).Execute())
	fmt.Println(statusOf(url))
	done(controls.RemoveFault(ctx, mine.Mock, added.Id).Execute())
	fmt.Println(statusOf(url))
	for _, request := range must(controls.ListRequests(ctx, mine.Mock).OperationId(operation).Execute()).Requests {
		fmt.Println(request.GetOperationId(), request.GetStatus())
	}
	before := must(controls.ReadClock(ctx, mine.Mock).Execute()).Now
	after := must(controls.AdvanceClock(ctx, mine.Mock).AdvanceClockRequest(*mockcontrol.NewAdvanceClockRequest(60)).Execute()).Now
	fmt.Println(map[bool]string{true: "True", false: "False"}[after-before >= 60_000])
	teapot := mockcontrol.NewReplyReply(418)
	teapot.SetBody(map[string][]int{"a": {1}})
	reply := mockcontrol.NewReply(operation, *teapot)
	reply.SetOffSpec(true)
	must(controls.AddReply(ctx, mine.Mock).Reply(*reply).Execute())
	_, _, err := controls.AddReply(ctx, mine.Mock).Reply(*mockcontrol.NewReply("nothing", *mockcontrol.NewReplyReply(200))).Execute()
	tellRefusal(err)
	done(controls.RevokeTokens(ctx, mine.Mock).RevokeTokensRequest(*mockcontrol.NewRevokeTokensRequest()).Execute())
	fmt.Println(len(must(controls.ListTokens(ctx, mine.Mock).Execute()).Tokens))
	done(mocks.DropMock(ctx, mine.Mock).Execute())
	_, _, err = mocks.GetMock(ctx, mine.Mock).Execute()
	tellRefusal(err)
}
